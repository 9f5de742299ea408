package dev.cairn.usecase;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file for each test: a copy of one that was made once. */
final class FreshSqlite {
    private static final byte[] MADE = made();

    private FreshSqlite() {}

    static DatabaseOptions database(Path directory) {
        try {
            return new DatabaseOptions.Sqlite(Files.write(directory.resolve("cairn.db"), MADE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] made() {
        try {
            Path directory = Files.createTempDirectory("cairn-made");
            Path file = directory.resolve("cairn.db");
            Cairn.open(CairnOptions.of(new DatabaseOptions.Sqlite(file)).withClock(new MutableClock()))
                    .close();
            byte[] bytes = Files.readAllBytes(file);
            try (var files = Files.list(directory)) {
                for (Path one : files.toList()) {
                    Files.delete(one);
                }
            }
            Files.delete(directory);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
