package dev.cairn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Packs the SQLite file of another program with what stands beside it while that runs. The file is read as any other, so that nothing of it is
 * locked or changed; what is written while it is read is noticed, and it is read again.
 */
final class DatabaseArchive {
    private static final int TRIES_MAX = 5;
    private static final List<String> ENDS = List.of("", "-wal", "-journal");

    private DatabaseArchive() {}

    private record State(@Nullable FileTime modified, long size) {}

    /** @param named the file, or a link to it: SQLite keeps the WAL beside the file itself */
    static void pack(Path named, TemporaryArchive archive) throws IOException {
        Path file = named.toRealPath();
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            List<State> before = states(file);
            archive.write(zip -> write(file, zip));
            if (states(file).equals(before)) {
                return;
            }
        }
        throw new CommandFailed(
                CommandCode.FILE_UNREADABLE,
                "%s is being written all the time: end the program that uses it, and try again".formatted(file),
                null);
    }

    private static List<State> states(Path file) throws IOException {
        List<State> states = new ArrayList<>();
        for (String end : ENDS) {
            Path part = Path.of(file + end);
            boolean there = Files.isRegularFile(part);
            states.add(there ? new State(Files.getLastModifiedTime(part), Files.size(part)) : new State(null, 0));
        }
        return states;
    }

    private static void write(Path file, ZipOutputStream zip) throws IOException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (String end : ENDS) {
            Path part = Path.of(file + end);
            if (Files.isRegularFile(part) && (end.isEmpty() || Files.size(part) > 0)) {
                zip.putNextEntry(new ZipEntry("copy.db" + end));
                Files.copy(part, zip);
                zip.closeEntry();
            }
        }
    }
}
