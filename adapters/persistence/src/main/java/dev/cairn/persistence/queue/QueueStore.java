package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.queue.QueueStats;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.GuardedStore;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** The store of queues. */
@Singleton
final class QueueStore extends GuardedStore<Queue, QueueRow> implements QueueRepository {
    private static final String KIND = "queue";
    private static final Map<String, SortField<Queue>> FIELDS = Map.of(
            "name",
                    SortField.text(
                            "name_key", queue -> Text.uniqueKey(queue.content().name())),
            "createdAt", SortField.time("created_at", queue -> queue.lifecycle().createdAt()),
            "updatedAt", SortField.time("updated_at", queue -> queue.lifecycle().updatedAt()));
    private static final String DELETE_BY_PROJECT = """
            UPDATE queues SET deleted_at = ?, deletion_id = ?
             WHERE project_id = ? AND deleted_at IS NULL
            """;
    private static final String RESTORE =
            "UPDATE queues SET deleted_at = NULL, deletion_id = NULL WHERE deletion_id = ?";

    private final Sql sql;
    private final QueueMapper mapper;
    private final KeysetList<Queue> list;
    private final Statistics statistics;
    private final SqlQueueLocks locks;

    QueueStore(QueueRows rows, QueueMapper mapper, Sql sql, SqlQueueLocks locks) {
        super(QueueRow.class, KIND, rows, mapper, sql, "r.project_id");
        this.sql = sql;
        this.mapper = mapper;
        this.locks = locks;
        this.statistics = new Statistics(sql);
        this.list = new KeysetList<>(
                sql,
                sql.type(QueueRow.class).select("q"),
                "queues q",
                FIELDS,
                SortField.integer("id", queue -> queue.id().value()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Page<Queue> page(OfProject filter, PageRequest request) {
        Conditions where = new Conditions().and("project_id = ? AND deleted_at IS NULL", filter.projectId());
        return list.page(filter, where, request, row -> mapper.toDomain(row.as(QueueRow.class)));
    }

    @Override
    public void lock(Id<Queue> queue) {
        locks.queue(queue);
    }

    @Override
    public QueueStats stats(Id<Queue> queue, Instant now) {
        return statistics.of(queue, now);
    }

    @Override
    public void deleteByProject(Id<Project> project, Deletion deletion) {
        sql.update(DELETE_BY_PROJECT, deletion.at(), deletion.id(), project);
    }

    @Override
    public void restore(Deletion deletion) {
        sql.update(RESTORE, deletion.id());
    }
}
