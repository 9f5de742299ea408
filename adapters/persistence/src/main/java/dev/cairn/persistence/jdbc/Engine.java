package dev.cairn.persistence.jdbc;

import java.util.Locale;

/** The database engines and the few places where their SQL differs. */
public enum Engine {
    SQLITE {
        @Override
        public String elements(String json) {
            return "SELECT value FROM json_each(" + json + ")";
        }

        @Override
        public String millisBetween(String from, String to) {
            return "(" + to + " - " + from + ")";
        }

        @Override
        public String textArray(String column) {
            return "json_group_array(" + column + ")";
        }
    },
    POSTGRESQL {
        @Override
        public String elements(String json) {
            return "SELECT value FROM json_array_elements_text(" + json + ")";
        }

        @Override
        public String millisBetween(String from, String to) {
            return "(extract(epoch FROM (" + to + " - " + from + ")) * 1000)";
        }

        @Override
        public String textArray(String column) {
            return "json_agg(" + column + ")";
        }
    };

    /** A query for the texts in a JSON array. */
    public abstract String elements(String json);

    /** The milliseconds between two columns of time. */
    public abstract String millisBetween(String from, String to);

    /** An aggregate that makes a JSON array. */
    public abstract String textArray(String column);

    /** Where on the class path the migrations are. */
    String migrations() {
        return "classpath:db/" + name().toLowerCase(Locale.ROOT);
    }
}
