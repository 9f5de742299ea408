package dev.cairn;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.StorageException;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A database that is deleted when it is closed. */
final class TemporaryDatabase {
    private final Path folder;

    private TemporaryDatabase(Path folder) {
        this.folder = folder;
    }

    static Cairn open() {
        try {
            TemporaryDatabase made = new TemporaryDatabase(Files.createTempDirectory("cairn-temporary-"));
            boolean opened = false;
            try {
                Cairn cairn = Cairn.open(made.options(), Map.of(), made::delete);
                opened = true;
                return cairn;
            } finally {
                if (!opened) {
                    made.delete();
                }
            }
        } catch (IOException e) {
            throw new StorageException("There is no place for a temporary database: " + PrivateFiles.reason(e), e);
        }
    }

    private CairnOptions options() {
        return CairnOptions.of(new DatabaseOptions.Sqlite(folder.resolve("cairn.db"), true))
                .withSweepEvery(Duration.ZERO);
    }

    private void delete() {
        if (Files.notExists(folder)) { // One that could not be opened was closed already.
            return;
        }
        try {
            List<Path> files;
            try (Stream<Path> found = Files.walk(folder)) {
                files = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
