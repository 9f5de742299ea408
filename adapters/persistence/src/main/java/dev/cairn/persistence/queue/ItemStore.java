package dev.cairn.persistence.queue;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Candidate;
import dev.cairn.domain.queue.ClaimAttempt;
import dev.cairn.domain.queue.ItemFilter;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.queue.QueueStats;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.WaitsFor;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.ReadBack;
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
               SET status = ?, priority = ?, position = ?, run_at = ?, attempts = ?, stalls = ?, releases = ?, claim_id = ?,
                   lease_until = ?, finished_at = ?, result = ?, last_error = ?, note = ?, priority_set = ?, position_set = ?
             WHERE id = ? AND fencing_token = ? AND status\s""";

    /** Nothing brings an item back that has ended, or takes it from somebody who has claimed it meanwhile (Q16). */
    private static final String UPDATE_LIVE = UPDATE + "IN ('READY', 'CLAIMED')";

    private static final String REVIVE = UPDATE + "= 'FAILED'";
    private static final String FOLLOW = """
            UPDATE queue_items
               SET priority = CASE WHEN priority_set THEN priority ELSE ? END,
                   position = CASE WHEN position_set THEN position ELSE ? END
             WHERE status IN ('READY', 'CLAIMED') AND NOT (priority_set AND position_set) AND id IN (
                   SELECT o.id FROM queue_items o WHERE o.ticket_id = ? AND o.status IN ('READY', 'CLAIMED')
                   UNION ALL
                   SELECT o.id FROM tasks k JOIN queue_items o ON o.task_id = k.id
                    WHERE k.ticket_id = ? AND o.status IN ('READY', 'CLAIMED'))
            """;
    private static final String REGROUP =
            "UPDATE queue_items SET group_id = ? WHERE status IN ('READY', 'CLAIMED') AND id IN ";
    private static final String OPEN_FAILURES = """
            group_id = ? AND status = 'FAILED' AND EXISTS (
                SELECT 1 FROM tasks k
                 WHERE k.id = i.task_id AND k.status NOT IN ('COMPLETED', 'CANCELLED') AND k.deleted_at IS NULL)
             ORDER BY id
            """;
    private static final String HOLDERS = """
            SELECT c.id AS claim_id, i.id AS item_id, c.user_id, c.label, i.ticket_id, i.task_id, c.claimed_at, i.lease_until
              FROM queue_items i JOIN queue_claims c ON c.id = i.claim_id
             WHERE i.queue_id = ? AND i.status = 'CLAIMED' AND i.lease_until > ?
             ORDER BY i.lease_until, c.id LIMIT ?
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
    private final ReadyWork ready;
    private final ItemViews views;
    private final GuardedFinder<QueueItem> finder;

    ItemStore(ItemMapper mapper, Sql sql) {
        this.mapper = mapper;
        this.sql = sql;
        this.select = "SELECT " + sql.type(QueueItemRow.class).select("i") + " FROM queue_items i WHERE ";
        this.handout = new Handout(sql);
        this.ready = new ReadyWork(sql);
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
        sql.insertAll(QueueItemRow.class, ReadBack.rows(items, mapper::toRow, mapper::toDomain));
    }

    @Override
    public void update(QueueItem item) {
        updateAll(List.of(item));
    }

    @Override
    public void updateAll(List<QueueItem> items) {
        store(UPDATE_LIVE, items);
    }

    @Override
    public void reviveAll(List<QueueItem> items) {
        store(REVIVE, items);
    }

    private void store(String update, List<QueueItem> items) {
        int stored = sql.batch(
                update,
                ReadBack.rows(items, mapper::toRow, mapper::toDomain).stream()
                        .map(ItemStore::changeable)
                        .toList());
        if (stored < items.size()) {
            throw new Conflict(ErrorCode.ITEM_STATE, "The item has changed meanwhile: read it again");
        }
    }

    @Override
    public void follow(Id<Ticket> ticket, Priority priority, long position) {
        sql.update(FOLLOW, priority.rank(), position, ticket, ticket);
    }

    @Override
    public void regroup(@Nullable Id<QueueItem> head, List<Id<QueueItem>> members) {
        sql.update(REGROUP + sql.engine().ids(), head, Sql.ids(members));
    }

    private static @Nullable Object[] changeable(QueueItemRow row) {
        return new @Nullable Object[] {
            row.status(),
            row.priority(),
            row.position(),
            row.runAt(),
            row.attempts(),
            row.stalls(),
            row.releases(),
            row.claimId(),
            row.leaseUntil(),
            row.finishedAt(),
            row.result(),
            row.lastError(),
            row.note(),
            row.prioritySet(),
            row.positionSet(),
            row.id(),
            row.fencingToken()
        };
    }

    @Override
    public Optional<QueueItem> claimNext(ClaimAttempt attempt) {
        return handout.claim(attempt).map(mapper::toDomain);
    }

    @Override
    public Nothing whyNothing(Id<Queue> queue, WorkFilter filter, Instant now) {
        return handout.whyNothing(queue, filter, now);
    }

    @Override
    public Optional<Candidate> findCandidate(
            Id<Project> project, WorkFilter filter, @Nullable Id<Queue> queue, Instant now) {
        return ready.next(project, filter, queue, now);
    }

    @Override
    public Optional<Id<Ticket>> findWaiting(Id<Project> project, WorkFilter filter) {
        return ready.waiting(project, filter);
    }

    @Override
    public int countCandidates(Id<Project> project, WorkFilter filter) {
        return ready.count(project, filter, QueueStats.FEEDABLE_MAX);
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
    public List<QueueItem> findGroup(Id<QueueItem> head) {
        return read("group_id = ? ORDER BY id", head);
    }

    @Override
    public List<QueueItem> findOpenFailures(Id<QueueItem> head) {
        return read(OPEN_FAILURES, head);
    }

    @Override
    public List<QueueStats.Holder> findHolders(Id<Queue> queue, Instant now, int limit) {
        return sql.query(HOLDERS, Statistics::holder, queue, now, limit);
    }

    @Override
    public List<WaitsFor> findOpenDependencies(Id<QueueItem> item) {
        return sql.query(ItemSql.DEPENDENCIES, ItemStore::dependency, item);
    }

    private static WaitsFor dependency(Cells row) {
        return new WaitsFor(
                row.id("ticket_id"),
                WaitsFor.Kind.TASK,
                row.id("ticket_id"),
                TicketKey.parse(row.text("key")),
                row.id("task_id"),
                null);
    }

    @Override
    public List<QueueItem> findHeldBy(Id<Project> project, Collection<Id<User>> users) {
        return read(
                "status = 'CLAIMED' AND queue_id IN (SELECT q.id FROM queues q WHERE q.project_id = ?)"
                        + " AND claim_id IN (SELECT c.id FROM queue_claims c WHERE c.item_id = i.id AND c.user_id IN "
                        + sql.engine().ids() + ")" + IN_ORDER,
                project,
                Sql.ids(users));
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
