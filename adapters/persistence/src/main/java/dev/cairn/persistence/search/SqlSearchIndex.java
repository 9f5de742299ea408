package dev.cairn.persistence.search;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.search.SearchWords;
import dev.cairn.domain.search.SearchWords.Part;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.Membership;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches full text: by FTS5 on SQLite, by tsvector on PostgreSQL. */
@Singleton
final class SqlSearchIndex implements SearchIndex {
    private static final char MARK_BEGIN = '\u0002';
    private static final char MARK_END = '\u0003';
    /** Stands for the brackets of tags: PostgreSQL's headlines drop what looks like one. */
    private static final char LESS = '\u0004';

    private static final char GREATER = '\u0005';
    /** A query names at most this many projects: a caller who sees more finds enough without their names. */
    private static final int SCOPES_MAX = 64;

    /**
     * The query with the words that name the projects which the caller may see, so that the walk touches nothing of the
     * others. They are left out when it sees all there are, or too many to name.
     */
    private static final String SCOPED_MATCH =
            """
            (SELECT CASE WHEN count(*) = 0 THEN 'scope : "nowhere" AND '
                         WHEN count(*) > %d THEN ''
                         WHEN NOT EXISTS (SELECT 1 FROM projects o WHERE o.id NOT IN (%s)) THEN ''
                         ELSE 'scope : (' || group_concat('"p' || s.project_id || '"', ' OR ') || ') AND ' END || ?
               FROM (%s LIMIT %d) s)""".formatted(SCOPES_MAX, Membership.projects(), Membership.projects(), SCOPES_MAX + 1);

    private static final String ANY_KIND = """
            CASE WHEN k.id IS NOT NULL THEN 'TASK' WHEN c.id IS NOT NULL THEN 'COMMENT' ELSE 'TICKET' END""";
    private static final String ANY_JOIN = """
            LEFT JOIN tasks k ON k.id = f.rowid
              LEFT JOIN comments c ON c.id = f.rowid
              CROSS JOIN tickets t ON t.id = coalesce(k.ticket_id, c.ticket_id, f.rowid)""";
    private static final String ANY_LIVE = " AND k.deleted_at IS NULL AND c.deleted_at IS NULL";
    private static final String TICKET_JOIN = "CROSS JOIN tickets t ON t.id = f.rowid";

    /** Finds the newest hits, walking in the order of their ids as far as the limit, however many there are. */
    private enum Walk {
        ALL(ANY_KIND, ANY_JOIN, ANY_LIVE),
        TICKETS("'TICKET'", TICKET_JOIN, "");

        /** Where the match names the one project that is searched. */
        private final String inProject;

        private final String everywhere;

        Walk(String kind, String join, String live) {
            inProject = newest(kind, join, "?", live);
            everywhere = newest(kind, join, SCOPED_MATCH, live);
        }

        private static String newest(String kind, String join, String match, String live) {
            return """
                    SELECT %s AS kind, f.rowid AS id, t.project_id, t.id AS ticket_id, t.key, t.title,
                           CASE WHEN ? IS NULL THEN snippet(search_index, ?, char(2), char(3), '…', 24)
                                ELSE substr(f.body, max(1, instr(f.body, ?) - 20), 80) END AS snippet, ? AS score
                      FROM search_index f %s
                      CROSS JOIN projects p ON p.id = t.project_id
                     WHERE search_index MATCH %s AND t.deleted_at IS NULL AND p.deleted_at IS NULL%s AND %s
                     ORDER BY f.rowid DESC LIMIT ?
                    """.formatted(kind, join, match, live, Membership.sees("t.project_id"));
        }
    }

    private static final String TITLE = "title";
    private static final List<SearchKind> TICKETS = List.of(SearchKind.TICKET);
    private static final int TITLE_COLUMN = 1;
    private static final int BODY_COLUMN = 2;

    private static final String HEADLINE = """
            ts_headline('simple', translate(h.%s, '<>', chr(4) || chr(5)), h.query,
                        'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxWords=24, MinWords=8')""";

    /** Makes the snippet of the longer text, or of the title when the words are only there. */
    private static final String POSTGRES = """
            SELECT h.kind, h.id, t.project_id, t.id AS ticket_id, t.key, t.title,
                   CASE WHEN CAST(? AS text) IS NOT NULL THEN substr(h.body, greatest(1, strpos(h.body, ?) - 20), 80)
                        WHEN strpos(l.line, chr(2)) > 0 OR h.head = '' THEN l.line
                        ELSE %s END AS snippet,
                   h.score
              FROM (SELECT s.kind, s.id, s.ticket_id, s.head, s.body, query, ts_rank(s.search, query) AS score
                      FROM (SELECT 'TICKET' AS kind, id, id AS ticket_id, title AS head, overview AS body, search,
                                   deleted_at FROM tickets
                            UNION ALL
                            SELECT 'TASK', id, ticket_id, content, coalesce(description, ''), search,
                                   deleted_at FROM tasks
                            UNION ALL
                            SELECT 'COMMENT', id, ticket_id, '', content, search, deleted_at FROM comments) s
                     CROSS JOIN to_tsquery('simple', ?) AS query
                      JOIN tickets t ON t.id = s.ticket_id
                      JOIN projects p ON p.id = t.project_id""".formatted(HEADLINE.formatted("head"));

    private static final String POSTGRES_BEST = """
             ORDER BY score DESC, s.id LIMIT ?) h
              CROSS JOIN LATERAL (SELECT %s AS line) l
              JOIN tickets t ON t.id = h.ticket_id
             ORDER BY h.score DESC, h.id
            """.formatted(HEADLINE.formatted("body"));

    private final Sql sql;

    SqlSearchIndex(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<SearchHit> search(Access access, SearchQuery query) {
        List<String> words = query.words();
        if (words.isEmpty()) {
            return List.of();
        }
        List<Part> parts = SearchWords.parts(words);
        List<String> runs = parts.stream()
                .flatMap(part -> part instanceof Part.Run run ? Stream.of(run.text()) : Stream.empty())
                .toList();
        List<SearchHit> hits = switch (sql.engine()) {
            case SQLITE -> newest(access, query, parts, runs);
            case POSTGRESQL -> ranked(access, query, parts, runs);
        };
        return runs.isEmpty()
                ? hits
                : hits.stream().map(hit -> marked(hit, runs)).toList();
    }

    /**
     * Orders words in a title before words anywhere, whole words before beginnings, and the newest first: an order that
     * needs no look at all hits, as a score by frequency would.
     */
    private List<SearchHit> newest(Access access, SearchQuery query, List<Part> parts, List<String> runs) {
        Looks looks = new Looks(access, query, runs);
        if (runs.isEmpty()) {
            looks.at(TITLE_COLUMN, 4, Matching.fts(query.projectId(), query.kinds(), TITLE, parts, false));
        }
        looks.at(BODY_COLUMN, 3, Matching.fts(query.projectId(), query.kinds(), Matching.ANYWHERE, parts, false));
        if (runs.isEmpty()) {
            looks.at(TITLE_COLUMN, 2, Matching.fts(query.projectId(), query.kinds(), TITLE, parts, true));
        }
        looks.at(BODY_COLUMN, 1, Matching.fts(query.projectId(), query.kinds(), Matching.ANYWHERE, parts, true));
        return looks.found.values().stream().limit(query.limit()).toList();
    }

    /** Runs one search's looks at the index, each of which adds what it finds, unless there is enough already. */
    private final class Looks {
        private final Map<Id<?>, SearchHit> found = new LinkedHashMap<>();
        private final SearchQuery query;
        private final Id<?> user;
        private final @Nullable Id<?> only;
        private final Walk walk;
        private final @Nullable String run;

        Looks(Access access, SearchQuery query, List<String> runs) {
            this.query = query;
            this.user = access.userId();
            this.only = access.projectId();
            this.walk = query.kinds().equals(TICKETS) ? Walk.TICKETS : Walk.ALL;
            this.run = runs.isEmpty() ? null : runs.getFirst();
        }

        void at(int column, int score, String match) {
            if (found.size() < query.limit()) {
                List<SearchHit> hits = query.projectId() == null
                        ? sql.query(
                                walk.everywhere,
                                SqlSearchIndex::hit,
                                run,
                                column,
                                run,
                                score,
                                user,
                                only,
                                match,
                                user,
                                only,
                                user,
                                only,
                                query.limit())
                        : sql.query(
                                walk.inProject,
                                SqlSearchIndex::hit,
                                run,
                                column,
                                run,
                                score,
                                match,
                                user,
                                only,
                                query.limit());
                hits.forEach(hit -> found.putIfAbsent(hit.id(), hit));
            }
        }
    }

    private List<SearchHit> ranked(Access access, SearchQuery query, List<Part> parts, List<String> runs) {
        Conditions where = new Conditions()
                .and("s.search @@ query AND s.deleted_at IS NULL")
                .oneOf("s.kind", query.kinds())
                .and("t.deleted_at IS NULL AND p.deleted_at IS NULL")
                .and(Membership.sees("t.project_id"), Membership.values(access))
                .equal("t.project_id", query.projectId());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(runs.isEmpty() ? null : runs.getFirst());
        values.add(runs.isEmpty() ? null : runs.getFirst());
        values.add(Matching.tsquery(parts));
        values.addAll(where.values());
        values.add(query.limit());
        return sql.query(POSTGRES + where.sql() + "\n" + POSTGRES_BEST, SqlSearchIndex::hit, values.toArray());
    }

    /** Marks runs of characters: they are no words of the engines', so that these do not mark them. */
    private static SearchHit marked(SearchHit hit, List<String> runs) {
        String snippet = hit.snippet();
        for (String run : runs) {
            snippet = snippet.replace(run, "<mark>" + run + "</mark>");
        }
        return new SearchHit(
                hit.kind(),
                hit.id(),
                hit.projectId(),
                hit.ticketId(),
                hit.ticketKey(),
                hit.title(),
                snippet,
                hit.score());
    }

    private static SearchHit hit(Cells row) {
        return new SearchHit(
                SearchKind.valueOf(row.text("kind")),
                row.id("id"),
                row.id("project_id"),
                row.id("ticket_id"),
                TicketKey.parse(row.text("key")),
                row.text("title"),
                escaped(row.text("snippet")),
                row.number("score"));
    }

    private static String escaped(String snippet) {
        StringBuilder html = new StringBuilder(snippet.length() + 32);
        for (int i = 0; i < snippet.length(); i++) {
            char c = snippet.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<', LESS -> html.append("&lt;");
                case '>', GREATER -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case MARK_BEGIN -> html.append("<mark>");
                case MARK_END -> html.append("</mark>");
                default -> html.append(c);
            }
        }
        return html.toString();
    }
}
