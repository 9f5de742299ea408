package dev.cairn.persistence.jdbc;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Id;
import dev.cairn.schema.Moving;
import dev.cairn.sqlite.SqlFailure;
import dev.cairn.sqlite.SqliteErrors;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.exceptions.EmptyResultException;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Translates the engines' failures into the errors that callers get. */
public final class Errors {
    private Errors() {}

    /** Answers the domain's error for a failure, or the failure itself when no caller caused it. */
    public static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof DomainError) {
            return failure;
        }
        if (failure instanceof OptimisticLockException lost) {
            return lostUpdate(lost);
        }
        SQLException cause = SqlFailure.causeOf(failure);
        if (cause == null) {
            return misread(failure) ? damaged(failure) : failure;
        }
        DomainError error = translated(cause);
        if (error == null) {
            return failure;
        }
        if (error.getCause() == null && !(error instanceof Unavailable)) {
            error.initCause(failure);
        }
        return error;
    }

    /** Does something with the database, and translates its failures. */
    public static <V> V translating(Supplier<V> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw translate(e);
        }
    }

    /**
     * Makes something of rows, and translates what does not fit.
     *
     * @throws Unavailable {@code damaged}: what does not fit was never written by Cairn
     */
    public static <V> V reading(Supplier<V> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw SqlFailure.causeOf(e) == null ? damaged(e) : translate(e);
        }
    }

    /** Reads as {@link #reading(Supplier)} does, of one row, which the error names: the others of its list are as they should be. */
    public static <R, V> V reading(R row, Function<R, V> toDomain) {
        try {
            return toDomain.apply(row);
        } catch (RuntimeException e) {
            throw unreadable(e, place(row.getClass(), firstOf(row)));
        }
    }

    /** Reads each row as {@link #reading(Object, Function)} does. */
    public static <R, V> List<V> readingEach(List<R> rows, Function<R, V> toDomain) {
        return rows.stream().map(row -> reading(row, toDomain)).toList();
    }

    /** Reads as {@link #reading(Supplier)} does, of the row of a table with this id. */
    public static <V> V reading(Class<?> type, long id, Supplier<V> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw unreadable(e, place(type, id));
        }
    }

    private static String place(Class<?> type, @Nullable Object first) {
        String table = BeanIntrospection.getIntrospection(type)
                .stringValue(MappedEntity.class)
                .orElse(type.getSimpleName());
        return first instanceof Long id
                ? "row %s of %s".formatted(new Id<>(id), table)
                : "row %s of %s".formatted(first, table);
    }

    @SuppressWarnings("unchecked") // its own introspection
    private static <R> @Nullable Object firstOf(R row) {
        BeanIntrospection<R> introspection = BeanIntrospection.getIntrospection((Class<R>) row.getClass());
        return introspection.getBeanProperties().iterator().next().get(row);
    }

    /** Whether a cell does not fit into its row: Micronaut Data says so without a failure of the database. */
    private static boolean misread(RuntimeException failure) {
        return failure instanceof DataAccessException && !(failure instanceof EmptyResultException);
    }

    /**
     * Makes the error for a row that somebody else changed since this transaction read it. Nobody named a version, so nobody
     * is told of one ({@code stale_version}): the transaction runs again (G0).
     */
    public static Unavailable lostUpdate() {
        return lostUpdate(new OptimisticLockException("The row has another version by now"));
    }

    /** @param place which row it is, as its owner would look for it */
    static RuntimeException unreadable(RuntimeException failure, String place) {
        return SqlFailure.causeOf(failure) == null && !(failure instanceof Unavailable)
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

    private static @Nullable DomainError translated(SQLException cause) {
        String state = cause.getSQLState();
        if (state != null && state.startsWith("23")) {
            return constraint(cause);
        }
        return cause.getErrorCode() == 0 ? PostgresErrors.translated(cause) : sqlite(cause);
    }

    private static @Nullable DomainError sqlite(SQLException cause) {
        return switch (SqliteErrors.code(cause)) {
            case SQLITE_CONSTRAINT ->
                String.valueOf(cause.getMessage()).contains(Moving.MESSAGE) ? moving(cause) : constraint(cause);
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

    static Unavailable moving(SQLException cause) {
        return new Unavailable(
                ErrorCode.MOVING,
                "The data is being moved to another database, or was moved: it is read here, and changed no more",
                cause);
    }

    private static Unavailable damaged(Exception cause) {
        return new Unavailable(ErrorCode.DAMAGED, "The database is damaged: restore it from a backup", cause);
    }

    private static Conflict constraint(SQLException cause) {
        return Uniques.broken(String.valueOf(cause.getMessage()))
                .orElseGet(() ->
                        new Conflict(ErrorCode.CONSTRAINT, "The database refused this: it contradicts what is stored"));
    }
}
