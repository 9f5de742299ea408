package dev.cairn.schema.move;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Brings rows, as {@link TableReader} says them, into a table that has none with their keys. */
sealed interface RowWriter permits CopiedRows, InsertedRows {
    /** @param connection within a transaction, which may end between {@link #finish} and the next row */
    void write(Connection connection, @Nullable Object[] row) throws SQLException;

    /** Has everything stored that was written in this transaction. */
    void finish() throws SQLException;

    /** Abandons writing without {@link #finish}; the transaction has to be rolled back. */
    void abandon();
}
