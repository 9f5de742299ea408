package dev.cairn.schema;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.kernel.Wire;

/** The database engines and the few places where their SQL differs. */
public enum Engine {
    SQLITE {
        @Override
        public String join(String table, String on) {
            return " CROSS JOIN " + table + " ON " + on;
        }

        @Override
        public String elements(String json) {
            return "SELECT value FROM json_each(" + json + ")";
        }

        @Override
        public String millisBetween(String from, String to) {
            return "(" + to + " - " + from + ")";
        }

        @Override
        public String aggregate(String value) {
            return "json_group_array(" + value + ")";
        }

        @Override
        public String gather(String arrays) {
            return "'[' || group_concat(" + arrays + ", ',') || ']'";
        }

        @Override
        public String later(String time, String millis) {
            return "(" + time + " + " + millis + ")";
        }

        @Override
        public String moment(String mark) {
            return mark;
        }

        @Override
        public String earliest(String one, String other) {
            return "min(" + one + ", " + other + ")";
        }

        @Override
        public String latest(String one, String other) {
            return "max(" + one + ", " + other + ")";
        }

        @Override
        public String jsonArray(String values) {
            return "json_array(" + values + ")";
        }

        @Override
        public String plainText(String column) {
            return column;
        }

        @Override
        public String millis(String column) {
            return column;
        }
    },
    POSTGRESQL {
        @Override
        public String join(String table, String on) {
            return " JOIN " + table + " ON " + on;
        }

        @Override
        public String elements(String json) {
            return "SELECT value FROM json_array_elements_text(" + json + ")";
        }

        @Override
        public String millisBetween(String from, String to) {
            return "(extract(epoch FROM (" + to + " - " + from + ")) * 1000)";
        }

        @Override
        public String aggregate(String value) {
            return "json_agg(" + value + ")";
        }

        @Override
        public String gather(String arrays) {
            return aggregate(arrays);
        }

        @Override
        public String later(String time, String millis) {
            return "(" + time + " + " + millis + " * interval '1 millisecond')";
        }

        @Override
        public String moment(String mark) {
            return "CAST(" + mark + " AS timestamptz)";
        }

        @Override
        public String earliest(String one, String other) {
            return "least(" + one + ", " + other + ")";
        }

        @Override
        public String latest(String one, String other) {
            return "greatest(" + one + ", " + other + ")";
        }

        @Override
        public String jsonArray(String values) {
            return "json_build_array(" + values + ")";
        }

        @Override
        public String plainText(String column) {
            return column + "::text";
        }

        @Override
        public String millis(String column) {
            return "(extract(epoch FROM " + column + ") * 1000)::bigint";
        }
    };

    /** The engine of the database that the options name. */
    public static Engine of(DatabaseOptions options) {
        return switch (options) {
            case DatabaseOptions.Sqlite _ -> SQLITE;
            case DatabaseOptions.Postgres _ -> POSTGRESQL;
        };
    }

    /** The folder of its migrations, and what users call it. */
    public String id() {
        return Wire.of(this);
    }

    /**
     * Joins a table to what is found before it. SQLite would otherwise begin with the table that looks smallest by
     * statistics which may be hours old.
     */
    public abstract String join(String table, String on);

    /** A query for the texts in a JSON array. */
    public abstract String elements(String json);

    /** The milliseconds between two columns of time. */
    public abstract String millisBetween(String from, String to);

    /** An aggregate that makes a JSON array. */
    public abstract String aggregate(String value);

    /** An aggregate that makes one JSON array of JSON arrays from a subquery, in its order; null when there are none. */
    public abstract String gather(String arrays);

    /** So many milliseconds after a time. */
    public abstract String later(String time, String millis);

    /** A mark that takes a time, where nothing beside it says so. */
    public abstract String moment(String mark);

    /** The earlier of two times. */
    public abstract String earliest(String one, String other);

    /** The later of two times. */
    public abstract String latest(String one, String other);

    /** A JSON array of these values. */
    public abstract String jsonArray(String values);

    /** A column of text or JSON as text. */
    public abstract String plainText(String column);

    /** A column of time as milliseconds since 1970. */
    public abstract String millis(String column);
}
