package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.queue.QueueStats;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.ProjectContentsStore;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.Instant;
import java.util.Optional;

/** The store of queues. */
@Store
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class QueueStore extends ProjectContentsStore<Queue, QueueRow> implements QueueRepository {
    private final RowList<QueueRow, Queue> list;
    private final Statistics statistics;
    private final SqlQueueLocks locks;

    QueueStore(QueueMapper mapper, SharedSql sql, Statistics statistics, SqlQueueLocks locks) {
        super(QueueRow.class, "queue", mapper, sql);
        this.list = sql.list(QueueRow.class, mapper::toDomain, Sorts.of(SORTS).by("name", "nameKey"));
        this.statistics = statistics;
        this.locks = locks;
    }

    abstract Optional<QueueRow> findByProjectIdAndNameKeyAndDeletedAtIsNull(long projectId, String nameKey);

    @Override
    public Optional<Queue> findByName(Id<Project> project, String name) {
        return findByProjectIdAndNameKeyAndDeletedAtIsNull(project.value(), Text.uniqueKey(name))
                .map(this::toDomain);
    }

    @Override
    public Page<Queue> page(OfProject filter, PageRequest request) {
        Conditions where = new Conditions().and("project_id = ? AND deleted_at IS NULL", filter.projectId());
        return list.page(filter, where, request);
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
