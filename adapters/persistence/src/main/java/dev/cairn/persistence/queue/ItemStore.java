package dev.cairn.persistence.queue;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.ClaimAttempt;
import dev.cairn.domain.queue.ItemFilter;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.GuardedFinder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of queue items. */
@Singleton
final class ItemStore implements QueueItemRepository {
    /** What may change; setting the foreign keys too would check them all and rewrite their indexes. */
    private static final String UPDATE = """
            UPDATE queue_items
               SET status = ?, priority = ?, position = ?, run_at = ?, attempts = ?, stalls = ?, claim_id = ?,
                   lease_until = ?, finished_at = ?, result = ?, last_error = ?, note = ?
             WHERE id = ?
            """;

    private static final String LIVE = "status IN ('READY', 'CLAIMED')";
    /** Apart, since each finds its own by an index: an OR of both would read all live items. */
    private static final String OF_TICKET = """
            SELECT a.id FROM queue_items a WHERE a.ticket_id = ? AND a.status IN ('READY', 'CLAIMED')
            UNION ALL
            SELECT b.id FROM tasks k JOIN queue_items b ON b.task_id = k.id
             WHERE k.ticket_id = ? AND b.status IN ('READY', 'CLAIMED')""";

    private static final String IN_ORDER = " ORDER BY priority DESC, position, enqueued_at, id";

    private final ItemMapper mapper;
    private final Sql sql;
    private final String select;
    private final Handout handout;
    private final ItemViews views;
    private final GuardedFinder<QueueItem> finder;

    ItemStore(ItemMapper mapper, Sql sql) {
        this.mapper = mapper;
        this.sql = sql;
        this.select = "SELECT " + sql.type(QueueItemRow.class).select("i") + " FROM queue_items i WHERE ";
        this.handout = new Handout(sql);
        this.views = new ItemViews(sql, mapper);
        this.finder = new GuardedFinder<>(
                sql,
                "queue item",
                sql.type(QueueItemRow.class).select("i"),
                "queue_items i" + sql.engine().join("queues q", "q.id = i.queue_id"),
                "q.project_id",
                row -> mapper.toDomain(row.as(QueueItemRow.class)));
    }

    @Override
    public Optional<QueueItem> find(Id<QueueItem> id) {
        return read("id = ?", id).stream().findFirst();
    }

    @Override
    public QueueItem require(Access access, Id<QueueItem> id) {
        return finder.require(access, "q.deleted_at IS NULL AND i.id = ?", id);
    }

    @Override
    public void insertAll(List<QueueItem> items) {
        sql.insertAll(QueueItemRow.class, items.stream().map(mapper::toRow).toList());
    }

    @Override
    public void update(QueueItem item) {
        updateAll(List.of(item));
    }

    @Override
    public void updateAll(List<QueueItem> items) {
        sql.batch(
                UPDATE,
                items.stream().map(mapper::toRow).map(ItemStore::changeable).toList());
    }

    private static @Nullable Object[] changeable(QueueItemRow row) {
        return new @Nullable Object[] {
            row.status(),
            row.priority(),
            row.position(),
            row.runAt(),
            row.attempts(),
            row.stalls(),
            row.claimId(),
            row.leaseUntil(),
            row.finishedAt(),
            row.result(),
            row.lastError(),
            row.note(),
            row.id()
        };
    }

    @Override
    public Optional<QueueItem> claimNext(ClaimAttempt attempt) {
        return handout.claim(attempt).map(mapper::toDomain);
    }

    @Override
    public Nothing whyNothing(Id<Queue> queue, Instant now) {
        return handout.whyNothing(queue, now);
    }

    @Override
    public int countLiveLeases(Id<Queue> queue, Instant now) {
        return Math.toIntExact(sql.one(
                "SELECT count(*) AS leases FROM queue_items WHERE queue_id = ? AND status = 'CLAIMED' AND lease_until > ?",
                row -> row.integer("leases"),
                queue,
                now));
    }

    @Override
    public List<QueueItem> findLive(Collection<Subject> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        List<Id<?>> tickets = new ArrayList<>();
        List<Id<?>> tasks = new ArrayList<>();
        for (Subject subject : subjects) {
            switch (subject) {
                case Subject.OfTicket(var id) -> tickets.add(id);
                case Subject.OfTask(var id) -> tasks.add(id);
            }
        }
        List<QueueItem> found = new ArrayList<>();
        found.addAll(liveIn("ticket_id", tickets));
        found.addAll(liveIn("task_id", tasks));
        return found;
    }

    private List<QueueItem> liveIn(String column, List<Id<?>> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(LIVE + " AND " + column + " IN " + sql.engine().ids() + IN_ORDER, Sql.ids(ids));
    }

    @Override
    public List<QueueItem> findLiveByTicket(Id<Ticket> ticket) {
        return read("id IN (" + OF_TICKET + ")" + IN_ORDER, ticket, ticket);
    }

    @Override
    public List<QueueItem> findLiveByQueue(Id<Queue> queue) {
        return read(LIVE + " AND queue_id = ?" + IN_ORDER, queue);
    }

    @Override
    public List<QueueItem> findLiveByProject(Id<Project> project) {
        return read(LIVE + " AND queue_id IN (SELECT q.id FROM queues q WHERE q.project_id = ?)" + IN_ORDER, project);
    }

    @Override
    public List<QueueItem> findByStatus(Id<Queue> queue, ItemStatus status) {
        return read("queue_id = ? AND status = ?" + IN_ORDER, queue, status);
    }

    @Override
    public List<QueueItem> findLiveGroup(Id<QueueItem> head) {
        return read(LIVE + " AND group_id = ?" + IN_ORDER, head);
    }

    @Override
    public List<QueueItem> findLapsed(Instant now, int limit) {
        return read("status = 'CLAIMED' AND lease_until <= ? ORDER BY lease_until, id LIMIT ?", now, limit);
    }

    @Override
    public Page<ItemView> page(ItemFilter filter, PageRequest request, Instant now) {
        return views.page(filter, request, now);
    }

    @Override
    public List<ItemView> view(Collection<Id<QueueItem>> ids, Instant now) {
        return views.of(ids, now);
    }

    private List<QueueItem> read(String condition, Object... values) {
        return sql.query(select + condition, row -> mapper.toDomain(row.as(QueueItemRow.class)), values);
    }
}
