package dev.cairn.persistence.queue;

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
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.ProjectContentsStore;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The store of queues. */
@Singleton
final class QueueStore extends ProjectContentsStore<Queue, QueueRow> implements QueueRepository {
    private static final String KIND = "queue";
    private static final Map<String, SortField<Queue>> FIELDS = Map.of(
            "name",
                    SortField.text(
                            "name_key", queue -> Text.uniqueKey(queue.content().name())),
            "createdAt", SortField.time("created_at", queue -> queue.lifecycle().createdAt()),
            "updatedAt", SortField.time("updated_at", queue -> queue.lifecycle().updatedAt()));

    private final Sql sql;
    private final String byName;
    private final QueueMapper mapper;
    private final KeysetList<Queue> list;
    private final Statistics statistics;
    private final SqlQueueLocks locks;

    QueueStore(QueueRows rows, QueueMapper mapper, Sql sql, SqlQueueLocks locks) {
        super(QueueRow.class, KIND, rows, mapper, sql);
        this.sql = sql;
        this.byName = "SELECT " + sql.type(QueueRow.class).select("q")
                + " FROM queues q WHERE project_id = ? AND name_key = ? AND deleted_at IS NULL";
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
    public Optional<Queue> findByName(Id<Project> project, String name) {
        return sql.first(byName, row -> mapper.toDomain(row.as(QueueRow.class)), project, Text.uniqueKey(name));
    }

    @Override
    public void lock(Id<Queue> queue) {
        locks.queue(queue);
    }

    @Override
    public QueueStats stats(Id<Queue> queue, Instant now) {
        return statistics.of(queue, now);
    }
}
