package dev.cairn.schema.catalogue;

import dev.cairn.schema.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Reads what a database has. */
public final class Catalogues {
    /** Tables that no row stands for. */
    static final String HISTORY = "flyway_schema_history";

    private Catalogues() {}

    public static Catalogue read(Connection connection, Engine engine) throws SQLException {
        return switch (engine) {
            case SQLITE -> SqliteCatalogue.read(connection);
            case POSTGRESQL -> PostgresCatalogue.read(connection, Map.of());
        };
    }
}
