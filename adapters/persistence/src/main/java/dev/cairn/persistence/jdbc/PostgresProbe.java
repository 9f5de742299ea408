package dev.cairn.persistence.jdbc;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Keeps one connection of its own to PostgreSQL, with short patience. */
final class PostgresProbe implements DatabaseProbe.Probe {
    private static final Logger LOG = System.getLogger(PostgresProbe.class.getName());
    private static final int PATIENCE_SECONDS = 1;
    private static final String READ_ONLY =
            "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on'";

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private @Nullable Connection connection;
    private boolean lost;

    PostgresProbe(DatabaseOptions.Postgres options) {
        source.setURL(options.url());
        source.setUser(options.user());
        source.setPassword(options.password());
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setLoginTimeout(PATIENCE_SECONDS);
        source.setSocketTimeout(PATIENCE_SECONDS);
        source.setApplicationName("cairn readiness");
        source.setPrepareThreshold(0);
    }

    /** Asks once more when its connection was lost since the last look, as that says nothing about a new one. */
    @Override
    public synchronized @Nullable Unavailable problem() {
        try {
            return connection == null ? ask(source.getConnection()) : ask(connection);
        } catch (SQLException e) {
            close();
        }
        try {
            return ask(source.getConnection());
        } catch (SQLException e) {
            close();
            logOnce(e);
            return new Unavailable(ErrorCode.BUSY, "The database cannot be reached", e);
        }
    }

    /** Logs the reason once; callers do not get it, since readiness needs no token and the reason names hosts and addresses. */
    private void logOnce(SQLException reason) {
        if (!lost) {
            lost = true;
            LOG.log(Level.WARNING, "The database cannot be reached: " + reason.getMessage());
        }
    }

    private @Nullable Unavailable ask(Connection open) throws SQLException {
        connection = open;
        lost = false;
        try (PreparedStatement statement = open.prepareStatement(READ_ONLY);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1)
                    ? new Unavailable(ErrorCode.READ_ONLY, "The database is read-only", null)
                    : null;
        }
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "A lost connection could not be closed", e);
            }
            connection = null;
        }
    }
}
