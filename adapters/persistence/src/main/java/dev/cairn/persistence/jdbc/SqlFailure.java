package dev.cairn.persistence.jdbc;

import java.sql.SQLException;

/** Carries a failed statement to the place where errors are translated. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
