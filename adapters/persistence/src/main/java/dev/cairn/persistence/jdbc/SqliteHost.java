package dev.cairn.persistence.jdbc;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.sqlite.GroupCommit;
import dev.cairn.sqlite.SqlFailure;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import java.sql.Connection;
import java.util.function.Consumer;

/** Lends the writer as Micronaut Data does, so that stores find it on their thread, and speaks of failures as the domain does. */
record SqliteHost(ConnectionOperations<Connection> connections) implements GroupCommit.Host {
    @Override
    public void withWriter(Consumer<Connection> work) {
        connections.execute(ConnectionDefinition.DEFAULT, status -> {
            work.accept(status.getConnection());
            return status;
        });
    }

    @Override
    public RuntimeException translated(RuntimeException failure) {
        return Errors.translate(failure);
    }

    @Override
    public boolean isOfStorage(Throwable told) {
        return told instanceof Unavailable unavailable && unavailable.code() != ErrorCode.MOVING;
    }

    @Override
    public RuntimeException busy(String reason) {
        return new Unavailable(ErrorCode.BUSY, reason, null);
    }

    @Override
    public RuntimeException outcomeUnknown(SqlFailure failure) {
        return Errors.outcomeUnknown(failure);
    }
}
