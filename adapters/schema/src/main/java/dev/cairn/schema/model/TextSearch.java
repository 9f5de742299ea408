package dev.cairn.schema.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the text of a table is found.
 *
 * @param title a column, or an empty text
 * @param beside a column of more words, or an empty text
 * @param through the foreign key to the table that knows the project, or an empty text
 */
public record TextSearch(String kind, String title, String body, String beside, String project, String through) {
    /** The columns with texts, the title first. */
    List<String> columns() {
        return Stream.of(title, body, beside)
                .filter(column -> !column.isEmpty())
                .toList();
    }

    /**
     * PostgreSQL's column. Its parser takes foo.bar for the name of a host: punctuation becomes space, as SQLite splits.
     *
     * @param texts expressions of its columns that are never null
     */
    String generatedColumn(String texts) {
        return "search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig," + " regexp_replace(" + texts
                + ", '[^a-zA-Z0-9\\u0080-\\U0010ffff]+', ' ', 'g'))) STORED";
    }
}
