package dev.cairn.persistence.jdbc;

import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.sqlite.SqliteDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks whether the file is still there, has room, is read and, after a write that failed, is written again. */
final class SqliteProbe implements DatabaseProbe.Probe {
    /** The next few writes need at least this much room. */
    private static final long FREE_MIN_BYTES = 256 * 1024;

    private static final Duration WRITE_MAX = Duration.ofSeconds(10);
    /** Writes one arbitrary row unchanged, to see that writing works. */
    private static final String PRETEND =
            "UPDATE users SET version = version WHERE id = (SELECT id FROM users ORDER BY id LIMIT 1)";

    private final Path file;
    private final SqliteDataSource source;
    private final Sql sql;
    private final SqlTransactions transactions;

    SqliteProbe(Path file, DataSource source, Sql sql, SqlTransactions transactions) {
        this.file = file;
        this.source = (SqliteDataSource) source;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public @Nullable Unavailable problem() {
        if (!source.isFileThere()) {
            return new Unavailable(
                    ErrorCode.READ_ONLY,
                    "The database file was removed or replaced by another program, and nothing is written any more: stop"
                            + " Cairn, put the file back from a backup, and start it again",
                    null);
        }
        if (free() < FREE_MIN_BYTES) {
            return new Unavailable(ErrorCode.DISK_FULL, "The disk is full", null);
        }
        if (!Files.isWritable(file)) {
            return new Unavailable(ErrorCode.READ_ONLY, "The database file cannot be written", null);
        }
        Duration writing = source.writingFor();
        if (writing.compareTo(WRITE_MAX) > 0) {
            return new Unavailable(
                    ErrorCode.BUSY, "A write has been running for %d s".formatted(writing.toSeconds()), null);
        }
        return used();
    }

    private @Nullable Unavailable used() {
        try {
            sql.one("SELECT count(*) AS users FROM (SELECT 1 FROM users LIMIT 1) AS some", row -> row.integer("users"));
            if (transactions.lastWriteFailed()) {
                transactions.write(() -> sql.update(PRETEND));
            }
            return null;
        } catch (Unavailable e) {
            return e;
        } catch (DomainError e) {
            return new Unavailable(ErrorCode.BUSY, e.reason(), e);
        }
    }

    private long free() {
        try {
            return Files.getFileStore(file).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
