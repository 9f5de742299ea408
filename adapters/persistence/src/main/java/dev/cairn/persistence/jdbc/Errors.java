package dev.cairn.persistence.jdbc;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Id;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Turns what the engines say into what a caller did wrong or ran into. */
public final class Errors {
    private static final int PRIMARY_CODE = 0xFF;
    /** What is unique: by the columns that SQLite names, or by the constraint that PostgreSQL names. */
    private record Unique(String columns, String constraint, ErrorCode code, String message) {}

    private static final List<Unique> UNIQUES = List.of(
            new Unique("projects.key", "projects_key", ErrorCode.KEY_TAKEN, "This key belongs to another project"),
            new Unique(
                    "accounts.username_key",
                    "accounts_username",
                    ErrorCode.USERNAME_TAKEN,
                    "This username belongs to somebody else"),
            new Unique(
                    "users.email_key",
                    "users_email",
                    ErrorCode.EMAIL_TAKEN,
                    "This e-mail address belongs to somebody else"),
            new Unique("tickets.key", "tickets_key", ErrorCode.KEY_TAKEN, "This key belongs to another ticket"),
            new Unique(
                    "tickets.project_id, tickets.number",
                    "tickets_number",
                    ErrorCode.KEY_TAKEN,
                    "This number belongs to another ticket"),
            new Unique(
                    "projects.owner_id, projects.name_key",
                    "projects_live_name",
                    ErrorCode.NAME_TAKEN,
                    "There is a project of this name already"),
            new Unique(
                    "projects.local_path_key",
                    "projects_live_path",
                    ErrorCode.PATH_TAKEN,
                    "This folder belongs to another project"),
            new Unique(
                    "queues.project_id, queues.name_key",
                    "queues_live_name",
                    ErrorCode.NAME_TAKEN,
                    "There is a queue of this name already"),
            new Unique(
                    "conversations.project_id, conversations.title_key",
                    "conversations_live_channel",
                    ErrorCode.NAME_TAKEN,
                    "There is a channel of this title already"),
            new Unique(
                    "queue_items.ticket_id",
                    "queue_items_live_ticket",
                    ErrorCode.ALREADY_QUEUED,
                    "It is queued already"),
            new Unique(
                    "queue_items.task_id", "queue_items_live_task", ErrorCode.ALREADY_QUEUED, "It is queued already"),
            new Unique(
                    "idempotency_keys.caller_id",
                    "idempotency_keys_pkey",
                    ErrorCode.IDEMPOTENCY_IN_FLIGHT,
                    "The same request is being answered already"));

    private Errors() {}

    /** The domain's error for a failure, or the failure itself when no caller caused it. */
    public static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof DomainError) {
            return failure;
        }
        if (failure instanceof OptimisticLockException lost) {
            return lostUpdate(lost);
        }
        SQLException cause = sqlCause(failure);
        DomainError error = cause == null ? null : translated(cause);
        if (error == null) {
            return failure;
        }
        if (error.getCause() == null && !(error instanceof Unavailable)) {
            error.initCause(failure);
        }
        return error;
    }

    /**
     * Makes something of rows.
     *
     * @throws Unavailable {@code damaged}: what does not fit was never written by Cairn
     */
    public static <V> V reading(Supplier<V> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** As {@link #reading(Supplier)}, of one row, which the error names: the others of its list are as they should be. */
    public static <V> V reading(String table, long id, Supplier<V> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw unreadable(e, "row %s of %s".formatted(new Id<>(id), table));
        }
    }

    static RuntimeException unreadable(RuntimeException failure) {
        return sqlCause(failure) == null ? damaged(failure) : translate(failure);
    }

    /**
     * Somebody else changed a row since this transaction read it. Nobody named a version, so nobody is told of one
     * ({@code stale_version}): the transaction runs again (G0).
     */
    public static Unavailable lostUpdate() {
        return lostUpdate(new OptimisticLockException("The row has another version by now"));
    }

    /** @param place which row it is, as its owner would look for it */
    static RuntimeException unreadable(RuntimeException failure, String place) {
        return sqlCause(failure) == null && !(failure instanceof Unavailable)
                ? new Unavailable(
                        ErrorCode.DAMAGED,
                        "The database is damaged: %s cannot be read. Restore it from a backup".formatted(place),
                        failure)
                : translate(failure);
    }

    private static Unavailable lostUpdate(OptimisticLockException failure) {
        return new Unavailable(ErrorCode.BUSY, "Too many changes at once: repeat this one", failure);
    }

    static Unavailable outcomeUnknown(Exception cause) {
        return new Unavailable(
                ErrorCode.OUTCOME_UNKNOWN,
                "The commit failed: it is not known whether the change was stored. Look, or repeat it with"
                        + " the same Idempotency-Key",
                cause);
    }

    /** Whether a COMMIT that failed like this has certainly stored nothing. */
    static boolean certain(SqlFailure failure) {
        SQLException cause = sqlCause(failure);
        return cause != null
                && switch (code(cause)) {
                    case SQLITE_FULL, SQLITE_BUSY, SQLITE_CONSTRAINT, SQLITE_READONLY -> true;
                    default -> false;
                };
    }

    /** Whether SQLite had ended the transaction by itself before it was told to, as after some failures. */
    static boolean rolledBackAlready(SqlFailure failure) {
        return String.valueOf(failure.getMessage()).contains("no transaction is active");
    }

    /** SQLite's primary code, without the reason that it adds in the higher bits. */
    static SQLiteErrorCode code(SQLException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY_CODE);
    }

    static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static @Nullable DomainError translated(SQLException cause) {
        String state = cause.getSQLState();
        if (state != null && state.startsWith("23")) {
            return constraint(cause);
        }
        return cause.getErrorCode() == 0 ? PostgresErrors.translated(cause) : sqlite(cause);
    }

    private static @Nullable DomainError sqlite(SQLException cause) {
        return switch (code(cause)) {
            case SQLITE_CONSTRAINT -> constraint(cause);
            case SQLITE_FULL -> new Unavailable(ErrorCode.DISK_FULL, "The disk is full", cause);
            case SQLITE_READONLY -> new Unavailable(ErrorCode.READ_ONLY, "The database is read-only", cause);
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_INTERRUPT ->
                new Unavailable(
                        ErrorCode.BUSY,
                        cause.getCause() instanceof InterruptedException
                                ? "The thread was interrupted while it waited for the database: nothing was done"
                                : "The database cannot serve this now",
                        cause);
            // Statements are constants that the tests have run: what is wrong with one is wrong in the file's schema.
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR -> damaged(cause);
            default -> null;
        };
    }

    private static Unavailable damaged(Exception cause) {
        return new Unavailable(ErrorCode.DAMAGED, "The database is damaged: restore it from a backup", cause);
    }

    private static Conflict constraint(SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        for (Unique unique : UNIQUES) {
            if (message.contains("UNIQUE constraint failed: " + unique.columns())
                    || message.contains("\"" + unique.constraint() + "\"")) {
                return new Conflict(unique.code(), unique.message());
            }
        }
        return new Conflict(ErrorCode.CONSTRAINT, "The database refused this: it contradicts what is stored");
    }
}
