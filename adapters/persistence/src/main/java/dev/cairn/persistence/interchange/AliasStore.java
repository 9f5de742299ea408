package dev.cairn.persistence.interchange;

import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.interchange.AliasRepository;
import dev.cairn.domain.interchange.Seen;
import dev.cairn.domain.interchange.SeenTree;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.json.JsonTrees;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.JsonLists;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store of foreign ids. */
@Singleton
final class AliasStore implements AliasRepository {
    private static final int CHUNK = 1_000;
    private static final String SELECT =
            "SELECT a.id, a.project_id, a.source, a.external_id, a.ticket_id, a.task_id, a.comment_id, a.seen";
    private static final String FIND =
            SELECT + " FROM aliases a WHERE a.project_id = ? AND a.source = ? AND a.external_id IN ";
    private static final String OF_TICKETS = SELECT + ", a.ticket_id AS owner FROM aliases a WHERE a.ticket_id IN ";
    private static final String OF_TASKS =
            SELECT + ", k.ticket_id AS owner FROM tasks k JOIN aliases a ON a.task_id = k.id WHERE k.ticket_id IN ";
    private static final String OF_COMMENTS = SELECT
            + ", c.ticket_id AS owner FROM comments c JOIN aliases a ON a.comment_id = c.id WHERE c.ticket_id IN ";
    private static final String SOURCES = "SELECT DISTINCT source FROM aliases WHERE project_id = ? ORDER BY source";
    private static final String UPDATE = "UPDATE aliases SET source = ?, seen = ? WHERE id = ?";
    private static final String INSERT = "INSERT INTO aliases (id, project_id, source, external_id, seen, ";

    private final Sql sql;

    AliasStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, Id<?>> find(Id<Project> project, String source, Collection<String> externalIds) {
        Map<String, Id<?>> known = new HashMap<>();
        findAll(project, source, externalIds).forEach(alias -> known.put(alias.externalId(), alias.subjectId()));
        return known;
    }

    @Override
    public List<Alias> findAll(Id<Project> project, String source, Collection<String> externalIds) {
        List<Alias> found = new ArrayList<>();
        List<String> ids = List.copyOf(externalIds);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            List<Object> values = new ArrayList<>(List.of(project, source));
            values.addAll(some);
            found.addAll(sql.query(FIND + "(" + Sql.marks(some.size()) + ")", AliasStore::alias, values.toArray()));
        }
        return found;
    }

    @Override
    public Map<Id<Ticket>, List<Alias>> findByTickets(Collection<Id<Ticket>> tickets) {
        Map<Id<Ticket>, List<Alias>> found = new HashMap<>();
        if (!tickets.isEmpty()) {
            String ids = Sql.ids(tickets);
            for (String query : List.of(OF_TICKETS, OF_TASKS, OF_COMMENTS)) {
                sql.query(
                        query + sql.engine().ids() + " ORDER BY a.id",
                        row -> found.computeIfAbsent(row.id("owner"), _ -> new ArrayList<>())
                                .add(alias(row)),
                        ids);
            }
        }
        return found;
    }

    @Override
    public List<String> sources(Id<Project> project) {
        return sql.query(SOURCES, row -> row.text("source"), project);
    }

    @Override
    public void insertAll(List<Alias> aliases) {
        for (AliasKind kind : AliasKind.values()) {
            String column = switch (kind) {
                case TICKET -> "ticket_id";
                case TASK -> "task_id";
                case COMMENT -> "comment_id";
            };
            sql.insertAll(
                    INSERT + column + ")",
                    aliases.stream()
                            .filter(alias -> alias.kind() == kind)
                            .map(alias -> new @Nullable Object[] {
                                alias.id(),
                                alias.projectId(),
                                alias.source(),
                                alias.externalId(),
                                json(alias.seen()),
                                alias.subjectId()
                            })
                            .toList());
        }
    }

    @Override
    public void updateAll(List<Alias> aliases) {
        sql.batch(
                UPDATE,
                aliases.stream()
                        .map(alias -> new @Nullable Object[] {alias.source(), json(alias.seen()), alias.id()})
                        .toList());
    }

    private static Alias alias(Cells row) {
        Id<?> ticket = row.optionalId("ticket_id");
        Id<?> task = row.optionalId("task_id");
        String seen = row.optionalText("seen");
        return new Alias(
                row.id("id"),
                row.id("project_id"),
                row.text("source"),
                row.text("external_id"),
                ticket != null ? AliasKind.TICKET : task != null ? AliasKind.TASK : AliasKind.COMMENT,
                ticket != null ? ticket : task != null ? task : row.id("comment_id"),
                seen == null ? null : SeenTree.read(JsonTrees.read(seen)));
    }

    private static @Nullable String json(@Nullable Seen seen) {
        return seen == null ? null : JsonLists.write(SeenTree.write(seen));
    }
}
