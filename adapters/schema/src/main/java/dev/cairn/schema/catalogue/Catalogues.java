package dev.cairn.schema.catalogue;

import dev.cairn.schema.Engine;
import dev.cairn.schema.Moving;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the catalogue of a database. */
public final class Catalogues {
    /** The tables without a row class, as an SQL list: the migration history, and the marks of a move. */
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
