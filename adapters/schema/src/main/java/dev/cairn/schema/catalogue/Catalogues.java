package dev.cairn.schema.catalogue;

import dev.cairn.schema.Engine;
import dev.cairn.schema.Moving;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a database has. */
public final class Catalogues {
    /** The tables that no row stands for, in SQL: the history, and what says that a database is being moved. */
    static final String FOREIGN = Stream.concat(Stream.of("flyway_schema_history"), Moving.TABLES.stream())
            .collect(Collectors.joining("', '", "('", "')"));

    private Catalogues() {}

    public static Catalogue read(Connection connection, Engine engine) throws SQLException {
        return switch (engine) {
            case SQLITE -> SqliteCatalogue.read(connection);
            case POSTGRESQL -> PostgresCatalogue.read(connection, Map.of());
        };
    }
}
