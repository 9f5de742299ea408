package dev.cairn.persistence.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Becomes the writer or a reader with its first statement, by what {@code setReadOnly} said before. */
final class RoutedConnection extends ForwardingConnection {
    private final SqliteDataSource source;
    private boolean readOnly;
    private boolean closed;
    private @Nullable SqliteConnection chosen;

    RoutedConnection(SqliteDataSource source) {
        this.source = source;
    }

    @Override
    Connection chosen() throws SQLException {
        if (closed) {
            throw new SQLException("The connection is closed");
        }
        SqliteConnection connection = chosen;
        if (connection == null) {
            connection = source.take(readOnly);
            chosen = connection;
        }
        return connection;
    }

    @Override
    public void setReadOnly(boolean on) {
        if (chosen == null) {
            readOnly = on;
        }
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public boolean getAutoCommit() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        SqliteConnection connection = chosen;
        chosen = null;
        if (connection != null) {
            source.giveBack(connection);
        }
    }
}
