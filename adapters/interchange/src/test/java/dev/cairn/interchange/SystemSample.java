package dev.cairn.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.application.agent.TravellingAgent;
import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.application.interchange.ForeignSystem.ForeignProject;
import dev.cairn.application.interchange.SystemFormat;
import dev.cairn.application.memory.TravellingMemory;
import dev.cairn.application.project.PlainPart;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.prompt.PromptContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** Databases of other systems, made by SQL, and what is read of them. */
final class SystemSample {
    static final List<PlainPart<?>> PARTS = List.of(
            new Part<>("prompt", PromptContent.class),
            new Part<>("agent", TravellingAgent.class),
            new Part<>("memory", TravellingMemory.class));

    private SystemSample() {}

    /** @param copies where files are copied to */
    static DatabaseFormat promptliano(Path copies) {
        return DatabaseFormat.promptliano(PARTS, new ImportFolder(copies));
    }

    static DatabaseFormat projectWiz() {
        return DatabaseFormat.projectWiz(PARTS, ImportFolder.ofSystem());
    }

    /** Names what was delivered; it stores nothing. */
    private record Part<C extends Record & Named>(String kind, Class<C> content) implements PlainPart<C> {
        @Override
        public Iterable<C> exported(Access access, Id<Project> project) {
            return List.of();
        }

        @Override
        public boolean imported(Act act, Id<Project> project, C brought) {
            return false;
        }
    }

    /** A file with the statements of a resource, and more. */
    static Path file(Path folder, String resource, String... more) {
        Path file = folder.resolve("sample-" + System.nanoTime() + ".db");
        try (InputStream sql = Objects.requireNonNull(SystemSample.class.getResourceAsStream(resource));
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            for (String each : new String(sql.readAllBytes(), UTF_8).split(";\n", -1)) {
                statement.executeUpdate(each);
            }
            for (String each : more) {
                statement.executeUpdate(each);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static ForeignSystem open(SystemFormat format, Path file) {
        return open(format, bytes(file));
    }

    static ForeignSystem open(SystemFormat format, byte[] file) {
        try {
            return format.open(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Collected read(ForeignSystem system, ForeignProject project) {
        Collected all = new Collected();
        system.read(project, all);
        return all;
    }
}
