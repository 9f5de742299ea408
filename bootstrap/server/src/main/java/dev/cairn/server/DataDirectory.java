package dev.cairn.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.DatabaseLock;
import dev.cairn.cli.CairnCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The folder with the database, the lock, the token and, while a server runs, its address; for this user only. */
final class DataDirectory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    DataDirectory(Path path) {
        this.path = path;
    }

    /** {@code --data-dir}, {@code CAIRN_HOME}, or the place where this system keeps a user's data. */
    static Path path(@Nullable Path asked, Map<String, String> environment, String system, Path home) {
        if (asked != null) {
            return asked.toAbsolutePath().normalize();
        }
        String chosen = environment.get("CAIRN_HOME");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath().normalize();
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/cairn");
        }
        String base = environment.get(name.contains("windows") ? "LOCALAPPDATA" : "XDG_DATA_HOME");
        Path standard = name.contains("windows") ? home.resolve("AppData/Local") : home.resolve(".local/share");
        return (base == null || base.isBlank() ? standard : Path.of(base)).resolve("cairn");
    }

    Path database() {
        return path.resolve("cairn.db");
    }

    /** Where answers wait until they are whole: beside the data, and so on a disk that is looked after. */
    Path temporary() {
        return path.resolve("tmp");
    }

    TokenFile token() {
        return new TokenFile(tokenFile());
    }

    Path tokenFile() {
        return path.resolve("token");
    }

    /** A folder that is new or empty becomes this user's alone; one with other things in it stays as it is. */
    void create() {
        try {
            Files.createDirectories(path);
            if (isEmpty()) {
                restrict(path, "rwx------");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data directory %s cannot be created: %s".formatted(path, e.getMessage()), e);
        }
    }

    private boolean isEmpty() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            return !files.iterator().hasNext();
        }
    }

    /** The database with its journals, and the lock, are for this user only. */
    void restrictFiles() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "cairn.*")) {
            for (Path file : files) {
                restrict(file, "rw-------");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot restrict the files in " + path, e);
        }
    }

    /** The address of the server that owns this directory; what a dead one left behind does not count. */
    Optional<URI> server() {
        OptionalLong holder = DatabaseLock.holder(database());
        if (!Files.isRegularFile(serverFile()) || holder.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode server = JSON.readTree(Files.readString(serverFile()));
            return server.path("pid").asLong() == holder.getAsLong()
                    ? Optional.of(URI.create(server.path("url").asText()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Tells other processes where the server is, once it is ready. */
    void announce(URI url) {
        String json = JSON.createObjectNode()
                .put("url", url.toString())
                .put("pid", ProcessHandle.current().pid())
                .put("version", CairnCommand.version())
                .toString();
        try {
            Path part = Files.createTempFile(path, "server", ".part");
            Files.writeString(part, json + "\n");
            restrict(part, "rw-------");
            Files.move(part, serverFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + serverFile(), e);
        }
    }

    void withdraw() {
        try {
            Files.deleteIfExists(serverFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + serverFile(), e);
        }
    }

    private Path serverFile() {
        return path.resolve("server.json");
    }

    static void restrict(Path file, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
