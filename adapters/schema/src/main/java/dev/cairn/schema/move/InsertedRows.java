package dev.cairn.schema.move;

import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.TableModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inserts rows into SQLite by one statement, which the transaction prepares once. */
final class InsertedRows implements RowWriter {
    private final String insert;
    private @Nullable PreparedStatement statement;

    InsertedRows(TableModel table) {
        this.insert = "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table.name(),
                        table.columns().stream().map(ColumnModel::name).collect(Collectors.joining(", ")),
                        String.join(", ", Collections.nCopies(table.columns().size(), "?")));
    }

    @Override
    public void write(Connection connection, @Nullable Object[] row) throws SQLException {
        PreparedStatement prepared = statement;
        if (prepared == null) {
            prepared = connection.prepareStatement(insert);
            statement = prepared;
        }
        for (int i = 0; i < row.length; i++) {
            switch (row[i]) {
                case null -> prepared.setNull(i + 1, Types.NULL);
                case Long number -> prepared.setLong(i + 1, number);
                case Double real -> prepared.setDouble(i + 1, real);
                case String text -> prepared.setString(i + 1, text);
                case byte[] bytes -> prepared.setBytes(i + 1, bytes);
                default -> throw new IllegalStateException("No cell holds a " + row[i]);
            }
        }
        prepared.executeUpdate();
    }

    @Override
    public void finish() throws SQLException {
        if (statement != null) {
            statement.close();
            statement = null;
        }
    }

    @Override
    public void abandon() {
        statement = null;
    }
}
