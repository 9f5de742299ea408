package dev.cairn.persistence.interchange;

import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of foreign ids. */
@Store
abstract class AliasStore implements AliasRepository, GenericRepository<AliasRow, Long> {
    /** A row of {@code aliases}, and the ticket that its subject is or belongs to. */
    @Introspected
    record Owned(
            long id,
            long projectId,
            String source,
            String externalId,
            @Nullable Long ticketId,
            @Nullable Long taskId,
            @Nullable Long commentId,
            @Nullable String seen,
            long owner) {
        AliasRow alias() {
            return new AliasRow(id, projectId, source, externalId, ticketId, taskId, commentId, seen);
        }
    }

    private final SharedSql sql;

    AliasStore(SharedSql sql) {
        this.sql = sql;
    }

    /** @param names the keys of a JSON object */
    @Query("""
            SELECT a.* FROM aliases a
             WHERE a.project_id = :project AND a.source = :source
               AND a.external_id IN (SELECT e.key FROM json_each(:names) e)
            """)
    abstract List<AliasRow> findNamed(Id<Project> project, String source, String names);

    @Query("SELECT a.*, a.ticket_id AS owner FROM aliases a WHERE a.ticket_id " + IdSet.IN + " ORDER BY a.id")
    abstract List<Owned> findOfTickets(String ids);

    @Query("SELECT a.*, k.ticket_id AS owner FROM tasks k JOIN aliases a ON a.task_id = k.id WHERE k.ticket_id "
            + IdSet.IN + " ORDER BY a.id")
    abstract List<Owned> findOfTasks(String ids);

    @Query("SELECT a.*, c.ticket_id AS owner FROM comments c JOIN aliases a ON a.comment_id = c.id WHERE c.ticket_id "
            + IdSet.IN + " ORDER BY a.id")
    abstract List<Owned> findOfComments(String ids);

    @Override
    @Query("SELECT DISTINCT source FROM aliases WHERE project_id = :project ORDER BY source")
    public abstract List<String> sources(Id<Project> project);

    @Query("UPDATE aliases SET source = :source, seen = :seen WHERE id = :id")
    abstract void change(List<AliasRow> rows);

    @Override
    public Map<String, Id<?>> find(Id<Project> project, String source, Collection<String> externalIds) {
        Map<String, Id<?>> known = new HashMap<>();
        findAll(project, source, externalIds).forEach(alias -> known.put(alias.externalId(), alias.subjectId()));
        return known;
    }

    @Override
    public List<Alias> findAll(Id<Project> project, String source, Collection<String> externalIds) {
        if (externalIds.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> names =
                externalIds.stream().collect(Collectors.toMap(Function.identity(), _ -> 0, (one, _) -> one));
        return Errors.readingEach(findNamed(project, source, JsonLists.write(names)), AliasRow::toDomain);
    }

    @Override
    public Map<Id<Ticket>, List<Alias>> findByTickets(Collection<Id<Ticket>> tickets) {
        Map<Id<Ticket>, List<Alias>> found = new HashMap<>();
        if (!tickets.isEmpty()) {
            String ids = IdSet.of(tickets);
            Stream.of(findOfTickets(ids), findOfTasks(ids), findOfComments(ids))
                    .flatMap(List::stream)
                    .forEach(row -> found.computeIfAbsent(new Id<>(row.owner()), _ -> new ArrayList<>())
                            .add(Errors.reading(row.alias(), AliasRow::toDomain)));
        }
        return found;
    }

    @Override
    public void insertAll(List<Alias> aliases) {
        sql.insertAll(AliasRow.class, aliases.stream().map(AliasRow::of).toList());
    }

    @Override
    public void updateAll(List<Alias> aliases) {
        if (!aliases.isEmpty()) {
            change(aliases.stream().map(AliasRow::of).toList());
        }
    }
}
