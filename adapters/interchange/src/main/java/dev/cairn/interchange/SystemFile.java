package dev.cairn.interchange;

import dev.cairn.application.interchange.ForeignSystem;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.interchange.parse.Archive;
import dev.cairn.sqlite.ForeignDatabase;
import dev.cairn.sqlite.Leftovers;
import dev.cairn.sqlite.PrivateFiles;
import dev.cairn.sqlite.SqlFailure;
import dev.cairn.sqlite.SqliteHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The private copy of another system's SQLite file, and the folder that it is in. The file comes as it is, or in a ZIP archive together with
 * what SQLite has beside it while a program writes: {@code x.db}, {@code x.db-wal}, {@code x.db-journal}.
 */
final class SystemFile implements AutoCloseable {
    private static final int LOOK_BYTES = 4;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final long BYTES_MAX = 64L * 1024 * 1024 * 1024;
    private static final String NAME = "copy.db";
    private static final List<String> BESIDE = List.of("-wal", "-journal");

    private final Path folder;
    private final String expected;
    private final List<String> written = new ArrayList<>();

    private SystemFile(Path folder, String expected) {
        this.folder = folder;
        this.expected = expected;
    }

    /** Reads the tables of the copy; {@code end} closes them. */
    interface Reader {
        ForeignSystem system(SystemTables tables, Runnable end);
    }

    /**
     * Copies and opens a file; what fails leaves no copy.
     *
     * @throws dev.cairn.domain.error.Invalid {@code format} when it is none of this format
     */
    static ForeignSystem opened(DatabaseFormat format, InputStream file) throws IOException {
        SystemFile copy = new SystemFile(folder(format.folder()), format.expected());
        boolean done = false;
        try {
            copy.take(file);
            ForeignSystem system = copy.read(format);
            done = true;
            return system;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }

    private ForeignSystem read(DatabaseFormat format) throws IOException {
        ForeignDatabase database = open();
        boolean done = false;
        try {
            SystemTables tables = new SystemTables(database, expected);
            tables.require(format.required());
            ForeignSystem system = format.reader().system(tables, () -> {
                try {
                    database.close();
                } finally {
                    close();
                }
            });
            done = true;
            return system;
        } finally {
            if (!done) {
                database.close();
            }
        }
    }

    /** @throws dev.cairn.domain.error.Invalid {@code format} when it is no database that can be read */
    private ForeignDatabase open() throws IOException {
        Path database = folder.resolve(NAME);
        if (SqliteHeader.read(database).isEmpty()) {
            throw Problems.notOfFormat(expected, Files.size(database) == 0 ? "an empty file" : "no SQLite database");
        }
        try {
            return ForeignDatabase.open(database);
        } catch (SqlFailure e) {
            throw Problems.notOfFormat(expected, "a SQLite database that cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            Leftovers.discardFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file, LOOK_BYTES);
        byte[] start = in.readNBytes(LOOK_BYTES);
        in.unread(start);
        if (start.length == LOOK_BYTES && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            new Archive(in, BYTES_MAX).entries(this::entry);
            if (!written.contains(NAME)) {
                throw Problems.notOfFormat(expected, "an archive without one");
            }
        } else {
            write(NAME, in);
        }
    }

    private void entry(String name, InputStream content) throws IOException {
        String target = BESIDE.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(end -> NAME + end)
                .orElse(NAME);
        if (written.contains(target)) {
            throw Problems.notOfFormat(expected, "an archive with more than one");
        }
        write(target, content);
    }

    private void write(String name, InputStream content) throws IOException {
        written.add(name);
        Path target = folder.resolve(name);
        try {
            PrivateFiles.create(target);
        } catch (IOException e) {
            throw full(e);
        }
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                write(out, buffer, length);
            }
        }
    }

    /** Writes to the copy: a failure here is the server's, whereas one of reading is the sender's. */
    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw full(e);
        }
    }

    private static Path folder(ImportFolder place) {
        try {
            return place.make();
        } catch (IOException e) {
            throw full(e);
        }
    }

    private static Unavailable full(IOException cause) {
        return new Unavailable(
                ErrorCode.DISK_FULL, "There is no room for the file in the folder for temporary files", cause);
    }
}
