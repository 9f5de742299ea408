package dev.cairn.persistence.jdbc;

import dev.cairn.persistence.sqlite.SqliteDataSource;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.data.connection.jdbc.operations.DefaultDataSourceConnectionOperations;
import io.micronaut.data.connection.support.AbstractConnectionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives whoever asks SQLite its writer or one of its readers, by what they are going to do; PostgreSQL has a pool. */
@EachBean(DataSource.class)
@Replaces(DefaultDataSourceConnectionOperations.class)
final class EngineConnections extends AbstractConnectionOperations<Connection> {
    private final DataSource source;

    EngineConnections(DataSource source) {
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    @Override
    protected Connection openConnection(ConnectionDefinition definition) {
        boolean readOnly = definition.isReadOnly().orElse(false);
        try {
            if (source instanceof SqliteDataSource sqlite) {
                return sqlite.take(readOnly);
            }
            Connection connection = source.getConnection();
            connection.setReadOnly(readOnly);
            return connection;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    protected void setupConnection(ConnectionStatus<Connection> status) {
        // It is what it was opened for.
    }

    @Override
    protected void closeConnection(ConnectionStatus<Connection> status) {
        if (source instanceof SqliteDataSource sqlite) {
            sqlite.giveBack(status.getConnection());
            return;
        }
        try {
            status.getConnection().close();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
