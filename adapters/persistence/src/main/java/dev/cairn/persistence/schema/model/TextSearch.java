package dev.cairn.persistence.schema.model;

/**
 * How the text of a table is found.
 *
 * @param title a column, or an empty text
 * @param through the foreign key to the table that knows the project, or an empty text
 */
public record TextSearch(String kind, String title, String body, String project, String through) {
    /**
     * PostgreSQL's column. Its parser takes foo.bar for the name of a host: punctuation becomes space, as SQLite splits.
     *
     * @param texts expressions of title and body that are never null
     */
    String generatedColumn(String texts) {
        return "search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig," + " regexp_replace(" + texts
                + ", '[^a-zA-Z0-9\\u0080-\\U0010ffff]+', ' ', 'g'))) STORED";
    }
}
