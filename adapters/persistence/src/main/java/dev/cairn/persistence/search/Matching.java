package dev.cairn.persistence.search;

import dev.cairn.persistence.jdbc.Engine;
import java.util.List;
import java.util.stream.Collectors;

/** Words as a query of the engine's full-text search: all of them, the last one also as a beginning. */
public final class Matching {
    private static final String SQLITE_TICKETS = """
            SELECT f.rowid FROM search_index f CROSS JOIN tickets m ON m.id = f.rowid
             WHERE search_index MATCH ? AND m.project_id = ? ORDER BY f.rank LIMIT 1000""";
    private static final String POSTGRES_TICKETS = """
            SELECT m.id FROM tickets m CROSS JOIN to_tsquery('simple', ?) AS query
             WHERE m.search @@ query AND m.project_id = ? ORDER BY ts_rank(m.search, query) DESC, m.id LIMIT 1000""";

    private Matching() {}

    /** Each word is quoted: no operator survives. */
    public static String expression(Engine engine, List<String> words) {
        return switch (engine) {
            case SQLITE -> words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(" ")) + '*';
            case POSTGRESQL -> words.stream().map(word -> '\'' + word + '\'').collect(Collectors.joining(" & ")) + ":*";
        };
    }

    /** The ids of the 1,000 tickets of a project that match best, by their own text. */
    public static String tickets(Engine engine) {
        return switch (engine) {
            case SQLITE -> SQLITE_TICKETS;
            case POSTGRESQL -> POSTGRES_TICKETS;
        };
    }
}
