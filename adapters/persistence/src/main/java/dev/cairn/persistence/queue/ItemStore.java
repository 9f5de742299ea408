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
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.WaitsFor;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.Measured;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of queue items. */
@Store
@Measured("claim the next item")
abstract class ItemStore implements QueueItemRepository, GenericRepository<QueueItemRow, Long> {
    /** A claim whose lease runs, and the item that it holds. */
    @Introspected
    record Holding(
            long claimId,
            long itemId,
            @Nullable Long userId,
            String label,
            @Nullable Long ticketId,
            @Nullable Long taskId,
            @TypeDef(type = DataType.TIMESTAMP) Instant claimedAt,
            Instant leaseUntil) {
        QueueStats.Holder toDomain() {
            return new QueueStats.Holder(
                    new Id<>(claimId),
                    new Id<>(itemId),
                    userId == null ? null : new Id<>(userId),
                    label,
                    ItemMapper.subject(ticketId, taskId),
                    claimedAt,
                    leaseUntil);
        }
    }

    /** An unfinished task that another one depends on, and their ticket. */
    @Introspected
    record Unfinished(long ticketId, long taskId, String key) {
        WaitsFor toDomain() {
            return new WaitsFor(
                    new Id<>(ticketId),
                    WaitsFor.Kind.TASK,
                    new Id<>(ticketId),
                    TicketKey.parse(key),
                    new Id<>(taskId),
                    null);
        }
    }

    /** Sets the columns that may change; setting the foreign keys too would check them all and rewrite their indexes. */
    private static final String UPDATE = """
            UPDATE queue_items
               SET status = ?, priority = ?, position = ?, run_at = ?, attempts = ?, stalls = ?, releases = ?, claim_id = ?,
                   lease_until = ?, finished_at = ?, result = ?, last_error = ?, note = ?, priority_set = ?, position_set = ?
             WHERE id = ? AND fencing_token = ? AND status\s""";

    /** Updates only items that have not ended, and whose fencing token nobody else has taken meanwhile (Q16). */
    private static final String UPDATE_LIVE = UPDATE + "IN ('READY', 'CLAIMED')";

    private static final String REVIVE = UPDATE + "= 'FAILED'";

    private static final String ITEMS = "SELECT i.* FROM queue_items i WHERE ";
    private static final String LIVE = ITEMS + "i.status IN ('READY', 'CLAIMED') AND ";
    private static final String IN_ORDER = " ORDER BY i.priority DESC, i.position, i.enqueued_at, i.id";
    private static final String OF_PROJECT = "i.queue_id IN (SELECT q.id FROM queues q WHERE q.project_id = :project)";
    private static final String OF_PROJECTS =
            "i.queue_id IN (SELECT q.id FROM queues q WHERE q.deleted_at IS NULL AND q.project_id " + IdSet.IN + ")";
    /** Finds items of a ticket and of its tasks apart, each by its index: an OR of both would read all live items. */
    private static final String OF_TICKET = """
            i.id IN (SELECT a.id FROM queue_items a WHERE a.ticket_id = :ticket AND a.status IN ('READY', 'CLAIMED')
                     UNION ALL
                     SELECT b.id FROM tasks k JOIN queue_items b ON b.task_id = k.id
                      WHERE k.ticket_id = :ticket AND b.status IN ('READY', 'CLAIMED'))""";

    private final ItemMapper mapper;
    private final SharedSql shared;
    private final Sql sql;
    private final Handout handout;
    private final ReadyWork ready;
    private final ItemViews views;
    private final GuardedFinder<QueueItem> finder;

    ItemStore(ItemMapper mapper, Sql sql, SharedSql shared) {
        this.mapper = mapper;
        this.sql = sql;
        this.shared = shared;
        this.handout = new Handout(sql);
        this.ready = new ReadyWork(sql);
        this.views = new ItemViews(sql, mapper);
        this.finder = shared.finder(
                QueueItemRow.class, "queue item", "q.project_id", mapper::toDomain, "queues q", "q.id = r.queue_id");
    }

    abstract Optional<QueueItemRow> findById(long id);

    @Query(LIVE + "i.ticket_id " + IdSet.IN + IN_ORDER)
    abstract List<QueueItemRow> findLiveOfTickets(String ids);

    @Query(LIVE + "i.task_id " + IdSet.IN + IN_ORDER)
    abstract List<QueueItemRow> findLiveOfTasks(String ids);

    @Query(ITEMS + "i.ticket_id = :ticket AND i.queue_id = :queue" + IN_ORDER)
    abstract List<QueueItemRow> findOfTicketOn(Id<Ticket> ticket, Id<Queue> queue);

    @Query(ITEMS + "i.task_id = :task AND i.queue_id = :queue" + IN_ORDER)
    abstract List<QueueItemRow> findOfTaskOn(Id<Task> task, Id<Queue> queue);

    @Query(ITEMS + OF_TICKET + IN_ORDER)
    abstract List<QueueItemRow> findLiveOf(Id<Ticket> ticket);

    @Query(LIVE + "i.queue_id = :queue" + IN_ORDER)
    abstract List<QueueItemRow> findLiveIn(Id<Queue> queue);

    @Query(LIVE + OF_PROJECT + IN_ORDER)
    abstract List<QueueItemRow> findLiveInProject(Id<Project> project);

    @Query(ITEMS + "i.queue_id = :queue AND i.status = :status" + IN_ORDER)
    abstract List<QueueItemRow> findIn(Id<Queue> queue, ItemStatus status);

    /** Finds failed items; those that can be retried come first, so that the limit never cuts them off. */
    @Query(ITEMS + """
            i.queue_id = :queue AND i.status = 'FAILED'
             ORDER BY CASE WHEN EXISTS (
                        SELECT 1 FROM tickets t
                         WHERE t.id = coalesce(i.ticket_id, (
                                SELECT k.ticket_id FROM tasks k
                                 WHERE k.id = i.task_id AND k.deleted_at IS NULL AND k.status NOT IN ('COMPLETED', 'CANCELLED')))
                           AND t.deleted_at IS NULL AND t.archived_at IS NULL AND t.status NOT IN ('COMPLETED', 'CLOSED'))
                       AND NOT EXISTS (
                        SELECT 1 FROM queue_items o WHERE o.ticket_id = i.ticket_id AND o.status IN ('READY', 'CLAIMED'))
                       AND NOT EXISTS (
                        SELECT 1 FROM queue_items o WHERE o.task_id = i.task_id AND o.status IN ('READY', 'CLAIMED'))
                      THEN 0 ELSE 1 END, i.id DESC LIMIT :limit
            """)
    abstract List<QueueItemRow> findFailedIn(Id<Queue> queue, int limit);

    @Query(LIVE + "i.group_id = :head" + IN_ORDER)
    abstract List<QueueItemRow> findLiveBelow(Id<QueueItem> head);

    abstract List<QueueItemRow> findByGroupIdOrderById(long groupId);

    @Query(ITEMS + """
            i.group_id = :head AND i.status = 'FAILED' AND EXISTS (
                SELECT 1 FROM tasks k
                 WHERE k.id = i.task_id AND k.status NOT IN ('COMPLETED', 'CANCELLED') AND k.deleted_at IS NULL)
             ORDER BY i.id
            """)
    abstract List<QueueItemRow> findFailedBelow(Id<QueueItem> head);

    @Query(ITEMS + "i.status = 'CLAIMED' AND " + OF_PROJECT + """
             AND i.claim_id IN (SELECT c.id FROM queue_claims c WHERE c.item_id = i.id AND c.user_id\s""" + IdSet.IN + ")" + IN_ORDER)
    abstract List<QueueItemRow> findHeld(Id<Project> project, String ids);

    @Query("""
            SELECT DISTINCT q.project_id
              FROM queue_claims c JOIN queue_items i ON i.id = c.item_id JOIN queues q ON q.id = i.queue_id
             WHERE c.ended_at IS NULL AND i.status = 'CLAIMED' AND i.claim_id = c.id AND c.user_id\s""" + IdSet.IN + " ORDER BY q.project_id")
    abstract List<Long> findProjectsOfHeld(String ids);

    @Query(ITEMS + "i.status = 'CLAIMED' AND i.lease_until <= :now ORDER BY i.lease_until, i.id LIMIT :limit")
    abstract List<QueueItemRow> findOver(Instant now, int limit);

    @Query(ITEMS + "i.status = 'CLAIMED' AND i.lease_until > :now AND " + OF_PROJECTS
            + " ORDER BY i.lease_until LIMIT 1")
    abstract List<QueueItemRow> findNextLease(Instant now, String ids);

    @Query(ITEMS + "i.status = 'READY' AND i.run_at > :now AND " + OF_PROJECTS + " ORDER BY i.run_at LIMIT 1")
    abstract List<QueueItemRow> findNextRun(Instant now, String ids);

    @Query("""
            SELECT c.id AS claim_id, i.id AS item_id, c.user_id, c.label, i.ticket_id, i.task_id, c.claimed_at, i.lease_until
              FROM queue_items i JOIN queue_claims c ON c.id = i.claim_id
             WHERE i.queue_id = :queue AND i.status = 'CLAIMED' AND i.lease_until > :now
             ORDER BY i.lease_until, c.id LIMIT :limit
            """)
    abstract List<Holding> findHolding(Id<Queue> queue, Instant now, int limit);

    @Query("""
            SELECT k.ticket_id, o.id AS task_id, t.key
              FROM queue_items i JOIN tasks k ON k.id = i.task_id JOIN tickets t ON t.id = k.ticket_id
                   JOIN task_dependencies d ON d.task_id = k.id JOIN tasks o ON o.id = d.depends_on_id
             WHERE i.id = :item AND o.status NOT IN ('COMPLETED', 'CANCELLED') AND o.deleted_at IS NULL
             ORDER BY o.order_index, o.id
            """)
    abstract List<Unfinished> findUnfinished(Id<QueueItem> item);

    @Override
    @Query("""
            SELECT count(*) FROM queue_items WHERE queue_id = :queue AND status = 'CLAIMED' AND lease_until > :now
            """)
    public abstract int countLiveLeases(Id<Queue> queue, Instant now);

    @Query("""
            UPDATE queue_items
               SET priority = CASE WHEN priority_set THEN priority ELSE :rank END,
                   position = CASE WHEN position_set THEN position ELSE :position END
             WHERE status IN ('READY', 'CLAIMED') AND NOT (priority_set AND position_set) AND id IN (
                   SELECT o.id FROM queue_items o WHERE o.ticket_id = :ticket AND o.status IN ('READY', 'CLAIMED')
                   UNION ALL
                   SELECT o.id FROM tasks k JOIN queue_items o ON o.task_id = k.id
                    WHERE k.ticket_id = :ticket AND o.status IN ('READY', 'CLAIMED'))
            """)
    abstract void follow(Id<Ticket> ticket, int rank, long position);

    @Query("UPDATE queue_items SET group_id = :head WHERE status IN ('READY', 'CLAIMED') AND id " + IdSet.IN)
    abstract void group(@Nullable Id<QueueItem> head, String ids);

    @Override
    public Optional<QueueItem> find(Id<QueueItem> id) {
        return findById(id.value()).map(row -> Errors.reading(row, mapper::toDomain));
    }

    @Override
    public QueueItem require(Access access, Id<QueueItem> id) {
        return finder.require(access, "q.deleted_at IS NULL AND r.id = ?", id);
    }

    @Override
    public void insertAll(List<QueueItem> items) {
        shared.insertAll(QueueItemRow.class, ReadBack.rows(items, mapper::toRow, mapper::toDomain));
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
        follow(ticket, priority.rank(), position);
    }

    @Override
    public void regroup(@Nullable Id<QueueItem> head, List<Id<QueueItem>> members) {
        group(head, IdSet.of(members));
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
    public List<QueueItem> findLive(Collection<Subject> subjects) {
        List<Id<?>> tickets = new ArrayList<>();
        List<Id<?>> tasks = new ArrayList<>();
        for (Subject subject : subjects) {
            switch (subject) {
                case Subject.OfTicket(var id) -> tickets.add(id);
                case Subject.OfTask(var id) -> tasks.add(id);
            }
        }
        List<QueueItem> found = new ArrayList<>();
        if (!tickets.isEmpty()) {
            found.addAll(read(findLiveOfTickets(IdSet.of(tickets))));
        }
        if (!tasks.isEmpty()) {
            found.addAll(read(findLiveOfTasks(IdSet.of(tasks))));
        }
        return found;
    }

    @Override
    public List<QueueItem> findOn(Id<Queue> queue, Subject subject) {
        return read(
                switch (subject) {
                    case Subject.OfTicket(var ticket) -> findOfTicketOn(ticket, queue);
                    case Subject.OfTask(var task) -> findOfTaskOn(task, queue);
                });
    }

    @Override
    public List<QueueItem> findLiveByTicket(Id<Ticket> ticket) {
        return read(findLiveOf(ticket));
    }

    @Override
    public List<QueueItem> findLiveByQueue(Id<Queue> queue) {
        return read(findLiveIn(queue));
    }

    @Override
    public List<QueueItem> findLiveByProject(Id<Project> project) {
        return read(findLiveInProject(project));
    }

    @Override
    public List<QueueItem> findByStatus(Id<Queue> queue, ItemStatus status) {
        return read(findIn(queue, status));
    }

    @Override
    public List<QueueItem> findFailed(Id<Queue> queue, int limit) {
        return read(findFailedIn(queue, limit));
    }

    @Override
    public List<QueueItem> findLiveGroup(Id<QueueItem> head) {
        return read(findLiveBelow(head));
    }

    @Override
    public List<QueueItem> findGroup(Id<QueueItem> head) {
        return read(findByGroupIdOrderById(head.value()));
    }

    @Override
    public List<QueueItem> findOpenFailures(Id<QueueItem> head) {
        return read(findFailedBelow(head));
    }

    @Override
    public List<QueueStats.Holder> findHolders(Id<Queue> queue, Instant now, int limit) {
        return Errors.readingEach(findHolding(queue, now, limit), Holding::toDomain);
    }

    @Override
    public List<WaitsFor> findOpenDependencies(Id<QueueItem> item) {
        return Errors.readingEach(findUnfinished(item), Unfinished::toDomain);
    }

    @Override
    public List<QueueItem> findHeldBy(Id<Project> project, Collection<Id<User>> users) {
        return read(findHeld(project, IdSet.of(users)));
    }

    @Override
    public List<Id<Project>> findProjectsHeldBy(Collection<Id<User>> users) {
        return findProjectsOfHeld(IdSet.of(users)).stream()
                .map(Id<Project>::new)
                .toList();
    }

    @Override
    public List<QueueItem> findLapsed(Instant now, int limit) {
        return read(findOver(now, limit));
    }

    @Override
    public Optional<Instant> findNextDue(Collection<Id<Project>> projects, Instant now) {
        String ids = IdSet.of(projects);
        return Stream.concat(
                        findNextLease(now, ids).stream().map(QueueItemRow::leaseUntil),
                        findNextRun(now, ids).stream().map(QueueItemRow::runAt))
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    @Override
    public Page<ItemView> page(ItemFilter filter, PageRequest request, Instant now) {
        return views.page(filter, request, now);
    }

    @Override
    public List<ItemView> view(Collection<Id<QueueItem>> ids, Instant now) {
        return views.of(ids, now);
    }

    private List<QueueItem> read(List<QueueItemRow> rows) {
        return Errors.readingEach(rows, mapper::toDomain);
    }
}
