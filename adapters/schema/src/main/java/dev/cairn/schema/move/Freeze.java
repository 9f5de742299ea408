package dev.cairn.schema.move;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Moving;
import dev.cairn.schema.migration.Target;
import dev.cairn.schema.migration.Thaw;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.ColumnType;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a database refuse every change of a row, whoever makes it, and lets it take them again. The engine refuses by itself, by a
 * trigger on each table, and so a change costs nothing more while there is no move; a server need not be told (ADR 42).
 */
record Freeze(Target database, Model model) {
    private static final Model MARK = Model.of(TableModel.of(
            Moving.SOURCE,
            ColumnModel.of("id", ColumnType.TEXT),
            ColumnModel.of("target", ColumnType.TEXT),
            ColumnModel.of("done", ColumnType.INTEGER)));

    private static final List<String> EVENTS = List.of("INSERT", "UPDATE", "DELETE");
    private static final String FUNCTION = """
            CREATE OR REPLACE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN RAISE EXCEPTION ''%2$s'' USING ERRCODE = ''%3$s''; END'""".formatted(Moving.TRIGGER, Moving.MESSAGE, Moving.SQL_STATE);

    /**
     * A move of this database.
     *
     * @param id another one for each time that the database stopped to change
     * @param target where to, without what is secret
     * @param done whether everything is there
     */
    record Mark(String id, String target, boolean done) {}

    Optional<Mark> mark() throws SQLException {
        try (Connection connection = database.open()) {
            return mark(connection);
        }
    }

    private static Optional<Mark> mark(Connection connection) throws SQLException {
        if (!Tables.has(connection, Moving.SOURCE)) {
            return Optional.empty();
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT id, target, done FROM " + Moving.SOURCE);
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Mark(row.getString(1), row.getString(2), row.getInt(3) > 0))
                    : Optional.empty();
        }
    }

    /**
     * Stops all changes, once those that have begun are stored; answers the mark of a move that has done so already.
     *
     * @param last the last statement that changes the database
     */
    Mark begin(String target, String last) throws SQLException {
        return Tables.transaction(database, connection -> {
            Optional<Mark> known = mark(connection);
            if (known.isPresent()) {
                return known.get();
            }
            Tables.make(connection, MARK, database.engine());
            Mark mark = new Mark(UUID.randomUUID().toString(), target, false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO " + Moving.SOURCE + " (id, target, done) VALUES (?, ?, 0)")) {
                insert.setString(1, mark.id());
                insert.setString(2, target);
                insert.executeUpdate();
            }
            Statements.run(connection, last);
            refuse(connection);
            return mark;
        });
    }

    private void refuse(Connection connection) throws SQLException {
        List<String> tables = model.tables().stream().map(TableModel::name).toList();
        switch (database.engine()) {
            case SQLITE -> {
                for (String table : tables) {
                    for (String event : EVENTS) {
                        Statements.run(
                                connection,
                                "CREATE TRIGGER %1$s_%2$s_%3$s BEFORE %3$s ON %2$s BEGIN SELECT RAISE(ABORT, '%4$s'); END"
                                        .formatted(Moving.TRIGGER, table, event, Moving.MESSAGE));
                    }
                }
            }
            case POSTGRESQL -> {
                Statements.run(connection, Thaw.PATIENCE);
                Statements.run(
                        connection, "LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE".formatted(String.join(", ", tables)));
                Statements.run(connection, FUNCTION);
                for (String table : tables) {
                    Statements.run(
                            connection,
                            "CREATE TRIGGER %1$s BEFORE INSERT OR UPDATE OR DELETE ON %2$s FOR EACH ROW EXECUTE FUNCTION %1$s()"
                                    .formatted(Moving.TRIGGER, table));
                }
            }
        }
    }

    /** @throws StorageException when somebody has ended the move meanwhile: what was brought may be a mixture */
    void done(Mark mark) throws SQLException {
        Tables.transaction(database, connection -> {
            if (!mark(connection).map(Mark::id).equals(Optional.of(mark.id()))) {
                throw new StorageException("The move was ended by cairn move --abort: what was brought does not count");
            }
            Statements.run(connection, "UPDATE " + Moving.SOURCE + " SET done = 1");
            return mark;
        });
    }

    /**
     * Lets changes in again.
     *
     * @param whenDone is run when everything had been moved: the log goes on in two places then
     */
    Optional<Mark> end(String whenDone) throws SQLException {
        return Tables.transaction(database, connection -> {
            Optional<Mark> mark = mark(connection);
            Thaw.of(connection, database.engine());
            if (mark.filter(Mark::done).isPresent()) {
                Statements.run(connection, whenDone);
            }
            return mark;
        });
    }
}
