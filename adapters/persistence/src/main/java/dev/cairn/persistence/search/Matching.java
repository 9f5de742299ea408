package dev.cairn.persistence.search;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchWords;
import dev.cairn.domain.search.SearchWords.Part;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.schema.Engine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes words as a query of the engine's full-text search. Each is quoted, so that no operator survives. */
public final class Matching {
    /** Bounds the hits that a list looks at: a word that is everywhere must not make it slow. */
    private static final String SQLITE_TICKETS =
            "id IN (SELECT f.rowid FROM search_index f WHERE search_index MATCH ? ORDER BY f.rowid DESC LIMIT 1000)";

    private static final String POSTGRES_TICKETS = """
            id IN (SELECT m.id FROM tickets m CROSS JOIN to_tsquery('simple', ?) AS query
                    WHERE m.search @@ query AND m.project_id = ? ORDER BY ts_rank(m.search, query) DESC, m.id LIMIT 1000)""";

    private static final String SQLITE_FILES =
            "id IN (SELECT w.rowid FROM project_file_words w WHERE project_file_words MATCH ?)";

    private static final String POSTGRES_FILES =
            "id IN (SELECT w.id FROM project_file_words w WHERE w.search @@ to_tsquery('simple', ?))";

    private static final String IN_FILES = "{path name symbols summary contents}";

    static final String ANYWHERE = "{title body beside}";
    private static final String BESIDE = "beside";

    private Matching() {}

    /** Finds tickets of a project with all these words, the last one also as a beginning. */
    public static void tickets(Conditions where, Engine engine, List<String> words, Id<Project> project) {
        List<Part> parts = SearchWords.parts(words);
        if (parts.isEmpty()) {
            where.and("1 = 0");
            return;
        }
        switch (engine) {
            case SQLITE -> where.and(SQLITE_TICKETS, fts(project, List.of(SearchKind.TICKET), ANYWHERE, parts, true));
            case POSTGRESQL -> where.and(POSTGRES_TICKETS, tsquery(parts), project);
        }
    }

    /** Finds files of a project with all these words, in the path or in the contents, the last one also as a beginning. */
    public static void files(Conditions where, Engine engine, List<String> words, Id<Project> project) {
        if (SearchWords.parts(words).isEmpty()) {
            where.and("1 = 0");
            return;
        }
        switch (engine) {
            case SQLITE -> where.and(SQLITE_FILES, allOf(project, words));
            case POSTGRESQL -> where.and(POSTGRES_FILES, allOf(words));
        }
    }

    /** Returns the FTS5 query for files with all these words; in all projects when {@code project} is null. */
    public static String allOf(@Nullable Id<Project> project, List<String> words) {
        String all = files(SearchWords.parts(words), true);
        return project == null ? all : scope(project, List.of(all));
    }

    /** Returns the query for files with all these words, on PostgreSQL. */
    public static String allOf(List<String> words) {
        return tsquery(SearchWords.parts(words));
    }

    /** Finds files of a project with at least one of these words. */
    public static String anyOf(Id<Project> project, List<String> words) {
        return scope(
                project,
                List.of(words.stream()
                        .map(word -> '"' + word + '"')
                        .collect(Collectors.joining(" OR ", IN_FILES + " : (", ")"))));
    }

    /** Finds files with at least one of these words, on PostgreSQL. */
    public static String anyOf(List<String> words) {
        return words.stream().map(word -> '\'' + word + '\'').collect(Collectors.joining(" | "));
    }

    /** The word by which files of a project are found. */
    public static String scope(Id<Project> project) {
        return "p" + project.value();
    }

    /** Finds every file of a project. */
    public static String inScope(Id<Project> project) {
        return "scope : \"" + scope(project) + '"';
    }

    private static String scope(Id<Project> project, List<String> others) {
        return inScope(project) + " AND " + String.join(" AND ", others);
    }

    /** Returns the FTS5 condition on these parts; of a run of characters, all pairs have to be there. */
    static String files(List<Part> parts, boolean beginning) {
        return parts.stream()
                .flatMap(part -> switch (part) {
                    case Part.Word word ->
                        Stream.of('"' + word.folded() + '"' + (beginning && part.equals(parts.getLast()) ? " *" : ""));
                    case Part.Run run ->
                        run.pairs().stream().map(pair -> '"' + pair + '"' + (run.beginning() ? " *" : ""));
                })
                .collect(Collectors.joining(" AND ", IN_FILES + " : (", ")"));
    }

    /**
     * Finds all these parts in some columns of what is in scope.
     *
     * @param project null means all
     * @param kinds empty means all
     * @param columns where words are, as FTS5 names them: {@code title} or {@link #ANYWHERE}
     * @param beginning whether the last word may be the beginning of one
     */
    static String fts(
            @Nullable Id<Project> project,
            Collection<SearchKind> kinds,
            String columns,
            List<Part> parts,
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
        for (Part part : parts) {
            boolean last = beginning && part.equals(parts.getLast());
            all.add(
                    switch (part) {
                        case Part.Word word -> "%s : \"%s\"%s".formatted(columns, word.text(), last ? "*" : "");
                        case Part.Run run ->
                            "%s : \"%s\"%s"
                                    .formatted(BESIDE, String.join(" ", run.pairs()), run.beginning() ? "*" : "");
                    });
        }
        return String.join(" AND ", all);
    }

    static String tsquery(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> switch (part) {
                    case Part.Word word ->
                        Stream.of('\'' + word.folded() + '\'' + (word.equals(parts.getLast()) ? ":*" : ""));
                    case Part.Run run ->
                        run.pairs().stream().map(pair -> '\'' + pair + '\'' + (run.beginning() ? ":*" : ""));
                })
                .collect(Collectors.joining(" & "));
    }
}
