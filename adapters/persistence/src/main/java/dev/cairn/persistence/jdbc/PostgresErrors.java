package dev.cairn.persistence.jdbc;

import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.schema.Moving;
import dev.cairn.sqlite.SqlFailure;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Classifies the failures of PostgreSQL, its driver and the pool (codes: appendix A of its manual). */
final class PostgresErrors {
    /** Whether a transaction that failed before its COMMIT may run again. */
    enum Kind {
        /** Another transaction won a conflict; the next attempt sees its result. */
        LOST_RACE,
        /** The connection was lost before COMMIT; the server undoes what is not committed. */
        LOST_CONNECTION,
        /** Stored rows contradict the write; another transaction may have stored them since the snapshot was taken. */
        CONSTRAINT,
        /** The server ended a statement that took too long. */
        TOO_SLOW,
        OTHER
    }

    /**
     * The SQL states of lost races; 0A000 is of a statement whose table a newer server expanded: another connection knows it
     * (G6).
     */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "55P03", "0A000");

    private static final long RECONNECTING_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    private PostgresErrors() {}

    static Kind kindOf(Throwable failure) {
        if (failure instanceof Unavailable known && known.code() == ErrorCode.OUTCOME_UNKNOWN) {
            return Kind.OTHER;
        }
        if (lostUpdate(failure)) {
            return Kind.CONSTRAINT;
        }
        SQLException cause = SqlFailure.causeOf(failure);
        if (cause == null) {
            return Kind.OTHER;
        }
        String state = state(cause);
        if (LOST_RACES.contains(state)) {
            return Kind.LOST_RACE;
        }
        if (state.equals("57014")) {
            return Kind.TOO_SLOW;
        }
        if (connectionLost(cause)) {
            return Kind.LOST_CONNECTION;
        }
        return state.startsWith("23") ? Kind.CONSTRAINT : Kind.OTHER;
    }

    /** Whether a COMMIT that failed like this has certainly stored nothing: the server lives, and said no. */
    static boolean certain(SqlFailure failure) {
        SQLException cause = SqlFailure.causeOf(failure);
        if (cause == null) {
            return false;
        }
        String state = state(cause);
        return !state.isEmpty() && !state.startsWith("08") && !state.startsWith("57P");
    }

    /**
     * Whether another connection may do, for something of which nothing has happened yet. The pool may be full of dead ones; with
     * its own patience it stays below 5 s until a caller knows that the database is away.
     *
     * @param started in nanoseconds of {@link System#nanoTime}
     */
    static boolean worthAnotherConnection(Throwable failure, long started) {
        return connectionLost(SqlFailure.causeOf(failure)) && System.nanoTime() - started < RECONNECTING_NANOS;
    }

    static boolean connectionLost(@Nullable SQLException cause) {
        if (cause == null || cause instanceof SQLTransientConnectionException) {
            return false; // The pool has waited already for a connection, and got none.
        }
        String state = state(cause);
        return ended(state) || closedByPool(cause);
    }

    /** Returns whether the connection has ended: by the network, an administrator or the server, as after idling (25P03). */
    private static boolean ended(String state) {
        return state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }

    /** Whether the pool says this of a connection that it has given up, without a state. */
    private static boolean closedByPool(SQLException cause) {
        return "Connection is closed".equals(cause.getMessage());
    }

    /** Answers the domain's error, or null when no caller and no circumstance explains the failure. */
    static @Nullable DomainError translated(SQLException cause) {
        String state = state(cause);
        return switch (state) {
            case "53100" -> new Unavailable(ErrorCode.DISK_FULL, "The disk is full", cause);
            case Moving.SQL_STATE -> Errors.moving(cause);
            case "25006" -> new Unavailable(ErrorCode.READ_ONLY, "The database is read-only", cause);
            // Statements are constants that the tests have run: what is missing is missing in the database.
            case "XX001", "XX002", "42P01", "42703", "42883" ->
                new Unavailable(ErrorCode.DAMAGED, "The database is damaged: restore it from a backup", cause);
            case "25P03" -> new Unavailable(ErrorCode.BUSY, "The database cannot be reached now", cause);
            case "40001", "40P01", "55P03", "0A000" ->
                new Unavailable(ErrorCode.BUSY, "Too many changes at once: repeat this one", cause);
            case "" ->
                cause instanceof PSQLException
                                || cause instanceof SQLTransientConnectionException
                                || closedByPool(cause)
                        ? new Unavailable(ErrorCode.BUSY, "The database cannot be reached now", cause)
                        : null;
            default ->
                switch (state.substring(0, 2)) {
                    case "08", "57" -> new Unavailable(ErrorCode.BUSY, "The database cannot be reached now", cause);
                    case "53", "58", "XX" ->
                        new Unavailable(ErrorCode.BUSY, "The database cannot serve this now", cause);
                    default -> null;
                };
        };
    }

    private static boolean lostUpdate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return true;
            }
        }
        return false;
    }

    private static String state(SQLException cause) {
        String state = cause.getSQLState();
        return state == null ? "" : state;
    }
}
