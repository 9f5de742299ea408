package dev.cairn.schema.move;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Moving;
import dev.cairn.schema.catalogue.Catalogue;
import dev.cairn.schema.catalogue.Catalogues;
import dev.cairn.schema.migration.Target;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.ColumnType;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database that is filled. What only slows that down, indexes, triggers and foreign keys, is taken away and written down as steps,
 * which make it again once all rows are there.
 */
sealed interface Filling permits FilledFile, FilledServer {
    /** The move that fills a database, and the name of its source. */
    record Source(String id, String name) {}

    /** The statements that drop what is deferred, and the steps that make it again. */
    record Deferred(List<String> drops, List<String> steps) {}

    /** Returns the database that the rows go to; it may not have its own name yet. */
    Target target();

    /** Returns the name for people. */
    String name();

    /**
     * Looks whether it can be filled, and changes nothing.
     *
     * @throws StorageException when it cannot be reached, or holds something that no move has brought
     */
    void requireUsable() throws SQLException;

    /** Makes an empty database of the newest schema; replaces the remains of an earlier move. */
    void make() throws SQLException;

    /**
     * Returns what to drop from the empty database and to make again when it is filled.
     *
     * @param rows how many each table will have
     */
    Deferred deferred(Catalogue catalogue, Map<String, Long> rows);

    /** Answers a connection to fill it by. */
    Connection open() throws SQLException;

    /** Speeds up the transaction that has begun. */
    default void hurry(Connection connection) throws SQLException {}

    /** Returns the writer for a table's rows. */
    RowWriter writer(TableModel table);

    /** Puts all commits on disk. */
    void flush() throws SQLException;

    /** Lets others open it; may be done again. */
    void release() throws SQLException;

    /** Whether it was begun, and not released. */
    default boolean isUnfinished() throws SQLException {
        return source().isPresent();
    }

    default Optional<Source> source() throws SQLException {
        try (Connection connection = target().open()) {
            if (!Tables.has(connection, Moving.TARGET)) {
                return Optional.empty();
            }
            try (PreparedStatement query = connection.prepareStatement("SELECT id, source FROM " + Moving.TARGET);
                    ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new Source(row.getString(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    /** @throws StorageException when it is filled from elsewhere */
    default void requireNoOther(String source) throws SQLException {
        Optional<Source> known = source().filter(found -> !found.name().equals(source));
        if (known.isPresent()) {
            throw new StorageException("%s is being filled from %s: choose another place, or empty it"
                    .formatted(name(), known.get().name()));
        }
    }

    /** Makes it ready for so many rows of each table, unless the same move has done so before. */
    default void prepare(Source source, Map<String, Long> rows) throws SQLException {
        if (source().equals(Optional.of(source))) {
            return;
        }
        make();
        Tables.transaction(target(), connection -> {
            Deferred deferred = deferred(Catalogues.read(connection, target().engine()), rows);
            Tables.make(connection, tracking(), target().engine());
            insert(
                    connection,
                    "INSERT INTO " + Moving.TARGET + " (id, source) VALUES (?, ?)",
                    source.id(),
                    source.name());
            for (int i = 0; i < deferred.steps().size(); i++) {
                insert(
                        connection,
                        "INSERT INTO " + Moving.STEPS + " (place, statement) VALUES (?, ?)",
                        i,
                        deferred.steps().get(i));
            }
            for (String drop : deferred.drops()) {
                Statements.run(connection, drop);
            }
            return source;
        });
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static Model tracking() {
        return Model.of(
                TableModel.of(
                        Moving.TARGET,
                        ColumnModel.of("id", ColumnType.TEXT),
                        ColumnModel.of("source", ColumnType.TEXT)),
                TableModel.of(
                        Moving.STEPS,
                        ColumnModel.of("place", ColumnType.INTEGER),
                        ColumnModel.of("statement", ColumnType.TEXT)));
    }

    /** Answers the places of the steps that are left. */
    default List<Integer> steps() throws SQLException {
        List<Integer> places = new ArrayList<>();
        try (Connection connection = target().open()) {
            Statements.texts(connection, "SELECT place FROM " + Moving.STEPS + " ORDER BY place")
                    .forEach(place -> places.add(Integer.valueOf(place)));
        }
        return places;
    }

    /** Runs a step, and deletes it from the list. */
    default void run(Connection connection, int place) throws SQLException {
        Tables.transaction(connection, target().engine(), _ -> {
            hurry(connection);
            for (String statement :
                    Statements.texts(connection, "SELECT statement FROM " + Moving.STEPS + " WHERE place = " + place)) {
                Statements.run(connection, statement);
            }
            insert(connection, "DELETE FROM " + Moving.STEPS + " WHERE place = ?", place);
            return place;
        });
    }

    /** Drops the tables of the move. */
    default void forget() throws SQLException {
        Tables.transaction(target(), connection -> {
            for (String table : List.of(Moving.STEPS, Moving.TARGET)) {
                if (Tables.has(connection, table)) {
                    Statements.run(connection, "DROP TABLE " + table);
                }
            }
            return connection;
        });
    }
}
