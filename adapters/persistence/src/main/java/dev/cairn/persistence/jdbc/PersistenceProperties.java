package dev.cairn.persistence.jdbc;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.schema.Engine;
import java.util.Map;

/** Tells a container what it needs to know before it can make the beans of this module. */
public final class PersistenceProperties {
    private PersistenceProperties() {}

    /** Returns the properties; the dialect is PostgreSQL's on both engines, since SQLite understands the same generated SQL. */
    public static Map<String, Object> of(DatabaseOptions options) {
        return Map.of(
                "datasources.default.dialect",
                "POSTGRES",
                "datasources.default.db-type",
                "postgres",
                "cairn.database.engine",
                Engine.of(options).name(),
                "cairn.database.replica",
                options instanceof DatabaseOptions.Postgres postgres && postgres.replica() != null);
    }
}
