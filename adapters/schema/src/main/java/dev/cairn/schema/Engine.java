package dev.cairn.schema;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.kernel.Wire;

/** The database engines, and the few places where the SQL of questions differs. */
public enum Engine {
    SQLITE,
    POSTGRESQL;

    /** Answers the engine of the database that the options name. */
    public static Engine of(DatabaseOptions options) {
        return switch (options) {
            case DatabaseOptions.Sqlite _ -> SQLITE;
            case DatabaseOptions.Postgres _ -> POSTGRESQL;
        };
    }

    /** Names the folder of its migrations, as users call it. */
    public String id() {
        return Wire.of(this);
    }

    /**
     * Joins a table to what is found before it. SQLite would otherwise begin with the table that looks smallest by
     * statistics which may be hours old.
     */
    public String join(String table, String on) {
        return sql(" CROSS JOIN ", " JOIN ") + table + " ON " + on;
    }

    /** Writes a query for the texts in a JSON array. */
    public String elements(String json) {
        return "SELECT value FROM " + sql("json_each(", "json_array_elements_text(") + json + ")";
    }

    /** Writes the milliseconds between two columns of time. */
    public String millisBetween(String from, String to) {
        String between = "(" + to + " - " + from + ")";
        return sql(between, "(extract(epoch FROM " + between + ") * 1000)");
    }

    /** Writes an aggregate that makes a JSON array. */
    public String aggregate(String value) {
        return sql("json_group_array(", "json_agg(") + value + ")";
    }

    /** Writes an aggregate that makes one JSON array of JSON arrays from a subquery, in its order; null when there are none. */
    public String gather(String arrays) {
        return sql("'[' || group_concat(" + arrays + ", ',') || ']'", aggregate(arrays));
    }

    /** Writes the time that is this many milliseconds after another. */
    public String later(String time, String millis) {
        return "(" + time + " + " + millis + sql(")", " * interval '1 millisecond')");
    }

    /** Writes a mark that takes a time, where nothing beside it says so. */
    public String moment(String mark) {
        return sql(mark, "CAST(" + mark + " AS timestamptz)");
    }

    /** Writes the earlier of two times. */
    public String earliest(String one, String other) {
        return sql("min(", "least(") + one + ", " + other + ")";
    }

    /** Writes the later of two times. */
    public String latest(String one, String other) {
        return sql("max(", "greatest(") + one + ", " + other + ")";
    }

    /** Writes a JSON array of these values. */
    public String jsonArray(String values) {
        return sql("json_array(", "json_build_array(") + values + ")";
    }

    /** Writes a column of text or JSON as text. */
    public String plainText(String column) {
        return sql(column, column + "::text");
    }

    /** Writes a column of time as milliseconds since 1970. */
    public String millis(String column) {
        return sql(column, "(extract(epoch FROM " + column + ") * 1000)::bigint");
    }

    private String sql(String ofSqlite, String ofPostgresql) {
        return this == SQLITE ? ofSqlite : ofPostgresql;
    }
}
