package dev.cairn.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Classifies the failures of SQLite. */
public final class SqliteErrors {
    private static final int PRIMARY_CODE = 0xFF;

    private SqliteErrors() {}

    /** Answers SQLite's primary code, without the reason that it adds in the higher bits. */
    public static SQLiteErrorCode code(SQLException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY_CODE);
    }

    /** Whether SQLite had ended the transaction by itself before it was told to, as after some failures. */
    public static boolean rolledBackAlready(SqlFailure failure) {
        return String.valueOf(failure.getMessage()).contains("no transaction is active");
    }

    /** Whether a COMMIT that failed like this has certainly stored nothing. */
    static boolean certain(SqlFailure failure) {
        SQLException cause = SqlFailure.causeOf(failure);
        return cause != null
                && switch (code(cause)) {
                    case SQLITE_FULL, SQLITE_BUSY, SQLITE_CONSTRAINT, SQLITE_READONLY -> true;
                    default -> false;
                };
    }

    /** Makes the failure as the engine itself would say it. */
    static SQLException of(SQLiteErrorCode code, String message) {
        return new SQLiteException("[%s] %s".formatted(code, message), code);
    }
}
