package dev.cairn.persistence.search;

import dev.cairn.domain.search.SearchHit;
import dev.cairn.domain.search.SearchIndex;
import dev.cairn.domain.search.SearchKind;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Engine;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Full-text search: FTS5 on SQLite, tsvector on PostgreSQL. */
@Singleton
final class SqlSearchIndex implements SearchIndex {
    private static final char MARK_BEGIN = '\u0002';
    private static final char MARK_END = '\u0003';
    /** PostgreSQL's headlines drop what looks like a tag: these stand in for its brackets. */
    private static final char LESS = '\u0004';

    private static final char GREATER = '\u0005';
    private static final String SQLITE = """
            SELECT CASE WHEN k.id IS NOT NULL THEN 'TASK' WHEN c.id IS NOT NULL THEN 'COMMENT' ELSE 'TICKET' END AS kind,
                   f.rowid AS id, t.project_id, t.id AS ticket_id, t.key, t.title,
                   snippet(search_index, -1, char(2), char(3), '…', 24) AS snippet, -f.rank AS score
              FROM search_index f
              LEFT JOIN tasks k ON k.id = f.rowid
              LEFT JOIN comments c ON c.id = f.rowid
              JOIN tickets t ON t.id = coalesce(k.ticket_id, c.ticket_id, f.rowid)
              JOIN projects p ON p.id = t.project_id""";
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
        String match = Matching.expression(sql.engine(), words);
        boolean sqlite = sql.engine() == Engine.SQLITE;
        Conditions where = new Conditions();
        if (sqlite) {
            where.and("search_index MATCH ?", match).and("k.deleted_at IS NULL AND c.deleted_at IS NULL");
            kinds(
                    where,
                    "CASE WHEN k.id IS NOT NULL THEN 'TASK' WHEN c.id IS NOT NULL THEN 'COMMENT' ELSE 'TICKET' END",
                    query);
        } else {
            where.and("s.search @@ query AND s.deleted_at IS NULL");
            kinds(where, "s.kind", query);
        }
        where.and("t.deleted_at IS NULL AND p.deleted_at IS NULL").equal("t.project_id", query.projectId());
        String text = sqlite
                ? SQLITE + where.sql() + " ORDER BY f.rank, f.rowid LIMIT ?"
                : POSTGRES + where.sql() + "\n" + POSTGRES_BEST;
        List<@Nullable Object> values = new ArrayList<>();
        if (!sqlite) {
            values.add(match);
        }
        values.addAll(where.values());
        values.add(query.limit());
        return sql.query(text, SqlSearchIndex::hit, values.toArray());
    }

    private static void kinds(Conditions where, String kind, SearchQuery query) {
        where.oneOf(kind, query.kinds());
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
