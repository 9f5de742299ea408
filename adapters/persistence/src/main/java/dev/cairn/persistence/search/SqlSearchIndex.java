package dev.cairn.persistence.search;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Full-text search: FTS5 on SQLite, tsvector on PostgreSQL. */
@Singleton
final class SqlSearchIndex implements SearchIndex {
    private static final char MARK_BEGIN = '\u0002';
    private static final char MARK_END = '\u0003';
    /** PostgreSQL's headlines drop what looks like a tag: these stand in for its brackets. */
    private static final char LESS = '\u0004';

    private static final char GREATER = '\u0005';
    /** The newest hits; they are walked in the order of their ids, as far as the limit, however many there are. */
    private static final String NEWEST = """
            SELECT %s AS kind, f.rowid AS id, t.project_id, t.id AS ticket_id, t.key, t.title,
                   snippet(search_index, ?, char(2), char(3), '…', 24) AS snippet, ? AS score
              FROM search_index f %s
              CROSS JOIN projects p ON p.id = t.project_id
             WHERE search_index MATCH ? AND t.deleted_at IS NULL AND p.deleted_at IS NULL%s
             ORDER BY f.rowid DESC LIMIT ?
            """;

    private static final String NEWEST_OF_ALL =
            NEWEST.formatted("""
            CASE WHEN k.id IS NOT NULL THEN 'TASK' WHEN c.id IS NOT NULL THEN 'COMMENT' ELSE 'TICKET' END""", """
            LEFT JOIN tasks k ON k.id = f.rowid
              LEFT JOIN comments c ON c.id = f.rowid
              CROSS JOIN tickets t ON t.id = coalesce(k.ticket_id, c.ticket_id, f.rowid)""", " AND k.deleted_at IS NULL AND c.deleted_at IS NULL");
    private static final String NEWEST_TICKETS =
            NEWEST.formatted("'TICKET'", "CROSS JOIN tickets t ON t.id = f.rowid", "");
    private static final String TITLE = "title";
    private static final String ANYWHERE = "{title body}";
    private static final List<SearchKind> TICKETS = List.of(SearchKind.TICKET);
    private static final int TITLE_COLUMN = 1;
    private static final int BODY_COLUMN = 2;

    private static final String POSTGRES = """
            SELECT h.kind, h.id, t.project_id, t.id AS ticket_id, t.key, t.title,
                   ts_headline('simple', translate(h.body, '<>', chr(4) || chr(5)), h.query,
                               'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxWords=24, MinWords=8') AS snippet,
                   h.score
              FROM (SELECT s.kind, s.id, s.ticket_id, s.body, query, ts_rank(s.search, query) AS score
                      FROM (SELECT 'TICKET' AS kind, id, id AS ticket_id, title || ' ' || overview AS body, search,
                                   deleted_at FROM tickets
                            UNION ALL
                            SELECT 'TASK', id, ticket_id, content || ' ' || coalesce(description, ''), search,
                                   deleted_at FROM tasks
                            UNION ALL
                            SELECT 'COMMENT', id, ticket_id, content, search, deleted_at FROM comments) s
                     CROSS JOIN to_tsquery('simple', ?) AS query
                      JOIN tickets t ON t.id = s.ticket_id
                      JOIN projects p ON p.id = t.project_id""";
    private static final String POSTGRES_BEST = """
             ORDER BY score DESC, s.id LIMIT ?) h
              JOIN tickets t ON t.id = h.ticket_id
             ORDER BY h.score DESC, h.id
            """;

    private final Sql sql;

    SqlSearchIndex(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<SearchHit> search(SearchQuery query) {
        List<String> words = query.words();
        if (words.isEmpty()) {
            return List.of();
        }
        return switch (sql.engine()) {
            case SQLITE -> newest(query, words);
            case POSTGRESQL -> ranked(query, words);
        };
    }

    /**
     * Words in a title come before words anywhere, whole words before beginnings, and the newest first: an order that
     * needs no look at all hits, as a score by frequency would.
     */
    private List<SearchHit> newest(SearchQuery query, List<String> words) {
        Map<Id<?>, SearchHit> found = new LinkedHashMap<>();
        look(found, query, TITLE_COLUMN, 4, Matching.fts(query.projectId(), query.kinds(), TITLE, words, false));
        look(found, query, BODY_COLUMN, 3, Matching.fts(query.projectId(), query.kinds(), ANYWHERE, words, false));
        look(found, query, TITLE_COLUMN, 2, Matching.fts(query.projectId(), query.kinds(), TITLE, words, true));
        look(found, query, BODY_COLUMN, 1, Matching.fts(query.projectId(), query.kinds(), ANYWHERE, words, true));
        return found.values().stream().limit(query.limit()).toList();
    }

    /** Adds what is found, unless there is enough already. */
    private void look(Map<Id<?>, SearchHit> found, SearchQuery query, int column, int score, String match) {
        if (found.size() < query.limit()) {
            String newest = query.kinds().equals(TICKETS) ? NEWEST_TICKETS : NEWEST_OF_ALL;
            sql.query(newest, SqlSearchIndex::hit, column, score, match, query.limit())
                    .forEach(hit -> found.putIfAbsent(hit.id(), hit));
        }
    }

    private List<SearchHit> ranked(SearchQuery query, List<String> words) {
        Conditions where = new Conditions()
                .and("s.search @@ query AND s.deleted_at IS NULL")
                .oneOf("s.kind", query.kinds())
                .and("t.deleted_at IS NULL AND p.deleted_at IS NULL")
                .equal("t.project_id", query.projectId());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(Matching.tsquery(words));
        values.addAll(where.values());
        values.add(query.limit());
        return sql.query(POSTGRES + where.sql() + "\n" + POSTGRES_BEST, SqlSearchIndex::hit, values.toArray());
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
