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
import dev.cairn.persistence.kernel.Audience;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.Membership;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches full text: by FTS5 on SQLite, by tsvector on PostgreSQL. */
@Singleton
record SqlSearchIndex(Sql sql) implements SearchIndex {
    private static final char MARK_BEGIN = '\u0002';
    private static final char MARK_END = '\u0003';
    /** The stand-in for the brackets of tags, since PostgreSQL's headlines drop tags. */
    private static final char LESS = '\u0004';

    private static final char GREATER = '\u0005';
    /** The most projects that a query names: a caller who sees more finds enough without their names. */
    private static final int SCOPES_MAX = 64;

    /**
     * The query with the words that name the projects which the caller may see, and what is in none, so that the walk touches nothing
     * of the others. They are left out when it sees all there are, or too many to name.
     */
    private static final String SCOPED_MATCH =
            """
            (SELECT CASE WHEN count(*) = 0 THEN 'scope : "outside" AND '
                         WHEN count(*) > %d THEN ''
                         WHEN NOT EXISTS (SELECT 1 FROM projects o WHERE o.id NOT IN (%s)) THEN ''
                         ELSE 'scope : (' || group_concat('"p' || s.project_id || '"', ' OR ') || ' OR "outside") AND ' END || ?
               FROM (%s LIMIT %d) s)""".formatted(SCOPES_MAX, Membership.projects(), Membership.projects(), SCOPES_MAX + 1);

    /** Finds the newest hits, walking in the order of their ids as far as the limit, however many there are. */
    private enum Walk {
        ALL(
                """
            CASE WHEN x.id IS NOT NULL THEN 'MESSAGE' WHEN q.id IS NOT NULL THEN 'PROMPT' WHEN k.id IS NOT NULL THEN 'TASK' WHEN c.id IS NOT NULL THEN 'COMMENT'
                 ELSE 'TICKET' END""",
                """
            LEFT JOIN tasks k ON k.id = f.rowid
              LEFT JOIN comments c ON c.id = f.rowid
              LEFT JOIN messages x ON x.id = f.rowid
              LEFT JOIN prompts q ON q.id = f.rowid
              LEFT JOIN tickets t ON t.id = CASE WHEN x.id IS NULL THEN coalesce(k.ticket_id, c.ticket_id, f.rowid) END
              LEFT JOIN projects p ON p.id = t.project_id
              LEFT JOIN conversations v ON v.id = x.conversation_id""",
                """
            CASE WHEN q.id IS NOT NULL THEN q.deleted_at IS NULL AND %s
                 WHEN x.id IS NULL
                 THEN t.deleted_at IS NULL AND p.deleted_at IS NULL AND k.deleted_at IS NULL AND c.deleted_at IS NULL AND %s
                 ELSE x.deleted_at IS NULL AND v.deleted_at IS NULL AND %s END""".formatted(
                                Membership.seesOrInNone("q.project_id"),
                                Membership.sees("t.project_id"),
                                Audience.sees("x.conversation_id")),
                "coalesce(t.project_id, v.project_id, q.project_id)",
                "coalesce(t.title, v.title, q.title)",
                "x.conversation_id"),
        TICKETS(
                "'TICKET'",
                "CROSS JOIN tickets t ON t.id = f.rowid CROSS JOIN projects p ON p.id = t.project_id",
                "t.deleted_at IS NULL AND p.deleted_at IS NULL AND " + Membership.sees("t.project_id"),
                "t.project_id",
                "t.title",
                "NULL");

        /** The query in one project, which the match itself names. */
        private final String inProject;

        private final String everywhere;

        Walk(String kind, String join, String seen, String project, String title, String conversation) {
            String columns =
                    "%s AS kind, f.rowid AS id, %s AS project_id, t.id AS ticket_id, t.key, %s AS title, %s AS conversation_id"
                            .formatted(kind, project, title, conversation);
            inProject = newest(columns, join, "?", seen);
            everywhere = newest(columns, join, SCOPED_MATCH, seen);
        }

        private static String newest(String columns, String join, String match, String seen) {
            return """
                    SELECT %s,
                           CASE WHEN ? IS NULL THEN snippet(search_index, ?, char(2), char(3), '…', 24)
                                WHEN instr(f.body, ?) = 0 AND instr(f.title, ?) > 0
                                THEN substr(f.title, max(1, instr(f.title, ?) - 20), 80)
                                ELSE substr(f.body, max(1, instr(f.body, ?) - 20), 80) END AS snippet, ? AS score
                      FROM search_index f %s
                     WHERE search_index MATCH %s AND %s
                     ORDER BY f.rowid DESC LIMIT ?
                    """.formatted(columns, join, match, seen);
        }

        /** Returns the values for the marks that decide what the caller sees. */
        private @Nullable Object[] values(Access access) {
            @Nullable Object[] projects = Membership.values(access);
            return this == TICKETS
                    ? projects
                    : both(Membership.valuesOrInNone(access), both(projects, Audience.values(access)));
        }
    }

    private static final String TITLE = "title";
    private static final List<SearchKind> TICKETS = List.of(SearchKind.TICKET);
    private static final Set<SearchKind> WORK = EnumSet.of(SearchKind.TICKET, SearchKind.TASK, SearchKind.COMMENT);
    private static final int TITLE_COLUMN = 1;
    private static final int BODY_COLUMN = 2;

    private static final String HEADLINE = """
            ts_headline('simple', translate(h.%s, '<>', chr(4) || chr(5)), h.query,
                        'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxWords=24, MinWords=8')""";

    /** Makes the snippet of the longer text, or of the title when the words are only there. */
    private static final String POSTGRES = """
            SELECT h.kind, h.id, h.project_id, h.ticket_id, t.key, coalesce(t.title, v.title, h.head) AS title, h.conversation_id,
                   CASE WHEN strpos(h.body, CAST(? AS text)) = 0 AND strpos(h.head, ?) > 0
                        THEN substr(h.head, greatest(1, strpos(h.head, ?) - 20), 80)
                        WHEN CAST(? AS text) IS NOT NULL THEN substr(h.body, greatest(1, strpos(h.body, ?) - 20), 80)
                        WHEN strpos(l.line, chr(2)) > 0 OR h.head = '' THEN l.line
                        ELSE %s END AS snippet,
                   h.score
              FROM (""".formatted(HEADLINE.formatted("head"));

    private static final String POSTGRES_WORK = """
            (SELECT s.kind, s.id, t.project_id, s.ticket_id, NULL::bigint AS conversation_id, s.head, s.body, query,
                    ts_rank(s.search, query) AS score
               FROM (SELECT 'TICKET' AS kind, id, id AS ticket_id, title AS head, overview AS body, search,
                            deleted_at FROM tickets
                     UNION ALL
                     SELECT 'TASK', id, ticket_id, content, coalesce(description, ''), search,
                            deleted_at FROM tasks
                     UNION ALL
                     SELECT 'COMMENT', id, ticket_id, '', content, search, deleted_at FROM comments) s
              CROSS JOIN to_tsquery('simple', ?) AS query
               JOIN tickets t ON t.id = s.ticket_id
               JOIN projects p ON p.id = t.project_id""";

    private static final String POSTGRES_TALK = """
            (SELECT 'MESSAGE' AS kind, x.id, v.project_id, NULL::bigint AS ticket_id, v.id AS conversation_id, '' AS head,
                    x.content AS body, query, ts_rank(x.search, query) AS score
               FROM messages x CROSS JOIN to_tsquery('simple', ?) AS query
               JOIN conversations v ON v.id = x.conversation_id""";

    private static final String POSTGRES_PROMPTS = """
            (SELECT 'PROMPT' AS kind, q.id, q.project_id, NULL::bigint AS ticket_id, NULL::bigint AS conversation_id, q.title AS head,
                    q.content AS body, query, ts_rank(q.search, query) AS score
               FROM prompts q CROSS JOIN to_tsquery('simple', ?) AS query""";

    private static final String POSTGRES_BEST =
            " ORDER BY score DESC, id LIMIT ?" + """
            ) h
              CROSS JOIN LATERAL (SELECT %s AS line) l
              LEFT JOIN tickets t ON t.id = h.ticket_id
              LEFT JOIN conversations v ON v.id = h.conversation_id
             ORDER BY h.score DESC, h.id
            """.formatted(HEADLINE.formatted("body"));

    @Override
    public List<SearchHit> search(Access access, SearchQuery query) {
        List<Part> parts = SearchWords.parts(query.words());
        if (parts.isEmpty()) {
            return List.of();
        }
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

    /** Queries the index repeatedly for one search, until there are enough hits. */
    private final class Looks {
        private final Map<Id<?>, SearchHit> found = new LinkedHashMap<>();
        private final SearchQuery query;
        private final Access access;
        private final Walk walk;
        private final @Nullable String run;

        Looks(Access access, SearchQuery query, List<String> runs) {
            this.query = query;
            this.access = access;
            this.walk = query.kinds().equals(TICKETS) ? Walk.TICKETS : Walk.ALL;
            this.run = runs.isEmpty() ? null : runs.getFirst();
        }

        void at(int column, int score, String match) {
            if (found.size() < query.limit()) {
                boolean everywhere = query.projectId() == null;
                List<@Nullable Object> values = new ArrayList<>();
                values.add(run);
                values.add(column);
                values.addAll(Collections.nCopies(4, run));
                values.add(score);
                if (everywhere) {
                    values.addAll(Arrays.asList(Membership.values(access)));
                }
                values.add(match);
                if (everywhere) {
                    values.addAll(Arrays.asList(Membership.values(access)));
                }
                values.addAll(Arrays.asList(walk.values(access)));
                values.add(query.limit());
                sql.query(everywhere ? walk.everywhere : walk.inProject, SqlSearchIndex::hit, values.toArray())
                        .forEach(hit -> found.putIfAbsent(hit.id(), hit));
            }
        }
    }

    private List<SearchHit> ranked(Access access, SearchQuery query, List<Part> parts, List<String> runs) {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(Collections.nCopies(5, runs.isEmpty() ? null : runs.getFirst()));
        List<String> both = new ArrayList<>();
        String text = Matching.tsquery(parts);
        if (query.kinds().isEmpty() || query.kinds().stream().anyMatch(WORK::contains)) {
            Conditions where = new Conditions()
                    .and("s.search @@ query AND s.deleted_at IS NULL")
                    .oneOf("s.kind", query.kinds())
                    .and("t.deleted_at IS NULL AND p.deleted_at IS NULL")
                    .and(Membership.sees("t.project_id"), Membership.values(access))
                    .equal("t.project_id", query.projectId());
            values.add(text);
            values.addAll(where.values());
            both.add(POSTGRES_WORK + where.sql() + ")");
        }
        if (query.kinds().isEmpty() || query.kinds().contains(SearchKind.MESSAGE)) {
            Conditions where = new Conditions()
                    .and("x.search @@ query AND x.deleted_at IS NULL AND v.deleted_at IS NULL")
                    .and(Audience.sees("v.id"), Audience.values(access))
                    .equal("v.project_id", query.projectId());
            values.add(text);
            values.addAll(where.values());
            both.add(POSTGRES_TALK + where.sql() + ")");
        }
        if (query.kinds().isEmpty() || query.kinds().contains(SearchKind.PROMPT)) {
            Conditions where = new Conditions()
                    .and("q.search @@ query AND q.deleted_at IS NULL")
                    .and(Membership.seesOrInNone("q.project_id"), Membership.valuesOrInNone(access))
                    .equal("q.project_id", query.projectId());
            values.add(text);
            values.addAll(where.values());
            both.add(POSTGRES_PROMPTS + where.sql() + ")");
        }
        if (both.isEmpty()) {
            return List.of();
        }
        values.add(query.limit());
        return sql.query(
                POSTGRES + String.join(" UNION ALL ", both) + POSTGRES_BEST, SqlSearchIndex::hit, values.toArray());
    }

    private static @Nullable Object[] both(@Nullable Object[] one, @Nullable Object[] other) {
        @Nullable Object[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
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
                hit.conversationId(),
                hit.title(),
                snippet,
                hit.score());
    }

    private static SearchHit hit(Cells row) {
        String key = row.optionalText("key");
        return new SearchHit(
                SearchKind.valueOf(row.text("kind")),
                row.id("id"),
                row.optionalId("project_id"),
                row.optionalId("ticket_id"),
                key == null ? null : TicketKey.parse(key),
                row.optionalId("conversation_id"),
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
