package dev.cairn.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Carries a failure of the database to the place where failures are translated. */
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Returns the driver's exception among the causes of a failure; null when there is none. */
    public static @Nullable SQLException causeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
