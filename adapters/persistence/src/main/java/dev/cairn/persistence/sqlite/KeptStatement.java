package dev.cairn.persistence.sqlite;

import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that goes back to its connection when it is closed. */
final class KeptStatement extends JDBC4PreparedStatement {
    private final SqliteConnection owner;
    private final String text;
    private boolean idle;

    KeptStatement(SqliteConnection owner, String text) throws SQLException {
        super(owner, text);
        this.owner = owner;
        this.text = text;
    }

    void reopen() {
        idle = false;
    }

    @Override
    public void close() throws SQLException {
        if (idle) {
            return;
        }
        if (isClosed()) {
            super.close();
            return;
        }
        if (rs != null) {
            rs.close();
        }
        clearBatch();
        clearParameters();
        idle = owner.keep(this, text);
        if (!idle) {
            super.close();
        }
    }

    void discard() throws SQLException {
        idle = false;
        super.close();
    }
}
