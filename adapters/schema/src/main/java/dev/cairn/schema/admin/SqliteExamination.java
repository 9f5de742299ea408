package dev.cairn.schema.admin;

import static dev.cairn.schema.sql.Statements.text;

import dev.cairn.application.database.DatabaseAdministration.Symptom;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.migration.Damage;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.sqlite.DatabaseFile;
import dev.cairn.sqlite.LocalDisk;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** Looks at a SQLite file and where it is; it changes nothing. */
final class SqliteExamination {
    /** The free space below which the next write may fail. */
    private static final long SPACE_MIN_BYTES = 64L << 20;
    /** A WAL of this size is read through by each reader that finds nothing in its index. */
    private static final long WAL_LONG_BYTES = 256L << 20;

    private final Path file;
    private final Symptoms symptoms = new Symptoms();

    private SqliteExamination(Path file) {
        this.file = file;
    }

    static List<Symptom> of(SqliteTarget target) {
        SqliteExamination examination = new SqliteExamination(target.file());
        try {
            examination.integrity();
            examination.place();
            examination.space();
            return examination.symptoms.all();
        } catch (IOException e) {
            throw new StorageException("%s cannot be examined: %s".formatted(target.name(), PrivateFiles.reason(e)), e);
        }
    }

    private void integrity() {
        List<String> damage = Damage.in(file);
        if (damage.isEmpty()) {
            symptoms.ok("integrity", "pages, indexes and references are sound");
            engine();
        } else {
            symptoms.error(
                    "integrity",
                    "%s (%d in all)"
                            .formatted(damage.getFirst().lines().findFirst().orElse(""), damage.size()),
                    "cairn db check names them. Put a backup back (cairn db restore FILE), or export what can still be read");
        }
    }

    private void engine() {
        symptoms.look("engine", "It is no database of SQLite that can be read", () -> {
            try (Connection connection = Damage.reading(file)) {
                symptoms.ok("version", "SQLite " + text(connection, "SELECT sqlite_version()"));
                journal(text(connection, "PRAGMA journal_mode"));
                for (String option : List.of("ENABLE_FTS5", "THREADSAFE")) {
                    if (text(connection, "SELECT sqlite_compileoption_used('%s')".formatted(option))
                            .equals("0")) {
                        symptoms.error("engine", "it was built without " + option, "Use the SQLite that Cairn brings");
                    }
                }
            }
        });
    }

    private void journal(String mode) {
        if (mode.equals("wal")) {
            symptoms.ok("journal", "wal: readers and the writer do not wait for each other");
        } else {
            symptoms.warn(
                    "journal",
                    mode + ": readers wait for the writer",
                    "A start of the server sets wal, where the disk can");
        }
    }

    private void place() throws IOException {
        Optional<String> remote = LocalDisk.remote(file, LocalDisk::type);
        if (remote.isPresent()) {
            symptoms.error(
                    "file system",
                    "%s, over a network, where SQLite loses data".formatted(remote.get()),
                    "Use a local disk");
        } else {
            symptoms.ok("file system", LocalDisk.type(file) + ", of this machine");
        }
        if (!Files.isWritable(file)) {
            symptoms.error("permissions", "it may not be written to by you", "Give it to the user that runs Cairn");
        }
    }

    private void space() throws IOException {
        long free = Files.getFileStore(file).getUsableSpace();
        long size = Files.size(file);
        String words = "%,d MB are free, the file has %,d".formatted(free >> 20, size >> 20);
        if (free < SPACE_MIN_BYTES) {
            symptoms.error("space", words, "Make room: the next write may find none");
        } else if (free < 2 * size) {
            symptoms.warn("space", words, "A backup and a migration each take a copy: make room for both");
        } else {
            symptoms.ok("space", words);
        }
        Path wal = new DatabaseFile(file).beside(DatabaseFile.WAL);
        if (Files.exists(wal) && Files.size(wal) > WAL_LONG_BYTES) {
            symptoms.warn(
                    "journal",
                    "%,d MB of it are not in the database yet".formatted(Files.size(wal) >> 20),
                    "Somebody reads for long: end it, or start the server anew");
        }
    }
}
