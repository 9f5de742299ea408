package dev.cairn.schema.model;

import dev.cairn.schema.Engine;

/** The type of a column. Times are milliseconds since 1970 (UTC) on SQLite; texts sort by code point on both engines (R7). */
public enum ColumnType {
    BIGINT("INTEGER", "bigint"),
    INTEGER("INTEGER", "integer"),
    BOOLEAN("INTEGER", "boolean"),
    REAL("REAL", "double precision"),
    TEXT("TEXT", "text COLLATE \"C\""),
    JSON("TEXT", "json"),
    TIMESTAMP("INTEGER", "timestamptz"),
    BYTES("BLOB", "bytea"),
    /** Words for full-text search, which SQLite keeps in a virtual table. */
    WORDS("TEXT", "tsvector");

    private final String sqlite;
    private final String postgresql;

    ColumnType(String sqlite, String postgresql) {
        this.sqlite = sqlite;
        this.postgresql = postgresql;
    }

    String sql(Engine engine) {
        return switch (engine) {
            case SQLITE -> sqlite;
            case POSTGRESQL -> postgresql;
        };
    }
}
