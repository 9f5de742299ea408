package dev.cairn.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A SQLite database file, and the files that SQLite keeps beside it while it is in use. */
public record DatabaseFile(Path path) {
    public static final String WAL = "-wal";
    public static final String JOURNAL = "-journal";

    /** SQLite may leave files with these endings. */
    public static final List<String> COMPANIONS = List.of(WAL, JOURNAL, "-shm");

    public DatabaseFile {
        path = path.toAbsolutePath();
    }

    public Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /** Deletes the file and those beside it. */
    public void discard() throws IOException {
        Files.deleteIfExists(path);
        for (String suffix : COMPANIONS) {
            Files.deleteIfExists(beside(suffix));
        }
    }

    /** Forces everything written to the file to disk. */
    public void force() throws IOException {
        force(path, StandardOpenOption.WRITE);
    }

    /** Forces the file's name to disk. */
    public void forceName() throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            force(folder(), StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    public Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
