package dev.cairn.persistence.search;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.persistence.jdbc.Engine;
import dev.cairn.persistence.kernel.Conditions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words as a query of the engine's full-text search. Each is quoted: no operator survives. */
public final class Matching {
    /** A list looks at so many hits at most: a word that is everywhere must not make it slow. */
    private static final String SQLITE_TICKETS =
            "id IN (SELECT f.rowid FROM search_index f WHERE search_index MATCH ? ORDER BY f.rowid DESC LIMIT 1000)";

    private static final String POSTGRES_TICKETS = """
            id IN (SELECT m.id FROM tickets m CROSS JOIN to_tsquery('simple', ?) AS query
                    WHERE m.search @@ query AND m.project_id = ? ORDER BY ts_rank(m.search, query) DESC, m.id LIMIT 1000)""";

    private Matching() {}

    /** Tickets of a project with all these words, the last one also as a beginning. */
    public static void tickets(Conditions where, Engine engine, List<String> words, Id<Project> project) {
        switch (engine) {
            case SQLITE ->
                where.and(SQLITE_TICKETS, fts(project, List.of(SearchKind.TICKET), "{title body}", words, true));
            case POSTGRESQL -> where.and(POSTGRES_TICKETS, tsquery(words), project);
        }
    }

    /**
     * All these words in some columns of what is in scope.
     *
     * @param project null means all
     * @param kinds empty means all
     * @param columns as FTS5 names them: {@code title} or {@code {title body}}
     * @param beginning whether the last word may be the beginning of one
     */
    static String fts(
            @Nullable Id<Project> project,
            Collection<SearchKind> kinds,
            String columns,
            List<String> words,
            boolean beginning) {
        List<String> all = new ArrayList<>();
        if (project != null) {
            all.add("scope : \"p" + project.value() + '"');
        }
        if (!kinds.isEmpty()) {
            all.add(kinds.stream()
                    .map(kind -> '"' + Wire.of(kind) + '"')
                    .collect(Collectors.joining(" OR ", "scope : (", ")")));
        }
        all.add(words.stream()
                .map(word -> '"' + word + '"')
                .collect(Collectors.joining(" AND ", columns + " : (", beginning ? "*)" : ")")));
        return String.join(" AND ", all);
    }

    static String tsquery(List<String> words) {
        return words.stream().map(word -> '\'' + word + '\'').collect(Collectors.joining(" & ")) + ":*";
    }
}
