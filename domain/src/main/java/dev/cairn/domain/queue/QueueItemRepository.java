package dev.cairn.domain.queue;

import dev.cairn.domain.access.Guarded;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.WaitsFor;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The store of queue items, and the claim. */
public interface QueueItemRepository extends Guarded<QueueItem> {
    Set<String> SORTS = Set.of("priority", "position", "enqueuedAt", "runAt");
    /** The order in which items are handed out (Q2). */
    Sort CLAIM_ORDER = Sort.by(Sort.desc("priority"), Sort.asc("position"), Sort.asc("enqueuedAt"));

    Optional<QueueItem> find(Id<QueueItem> id);

    /** @throws Conflict {@code already_queued} when a subject has a live item by now (Q1) */
    void insertAll(List<QueueItem> items);

    void update(QueueItem item);

    /**
     * Stores what became of live items. What has ended meanwhile, or was claimed by somebody else, stays as it is (Q16).
     *
     * @throws Conflict {@code item_state}
     */
    void updateAll(List<QueueItem> items);

    /**
     * Takes failed items back (Q17).
     *
     * @throws Conflict {@code item_state} when one is not failed any more; {@code already_queued}
     */
    void reviveAll(List<QueueItem> items);

    /** Live items of a ticket and its tasks take its priority and place, where they have none of their own (Q23). */
    void follow(Id<Ticket> ticket, Priority priority, long position);

    /** Takes live items into a group, or with null out of theirs. */
    void regroup(@Nullable Id<QueueItem> head, List<Id<QueueItem>> members);

    /**
     * Gives the next item to this claim by one statement (Q2). The caller holds the queue's lock and ends the
     * previous claim of an item that was taken over.
     */
    Optional<QueueItem> claimNext(ClaimAttempt attempt);

    /** Why {@link #claimNext} found nothing among these, by one query (Q3). */
    Nothing whyNothing(Id<Queue> queue, WorkFilter filter, Instant now);

    /** As above, of the whole queue. */
    default Nothing whyNothing(Id<Queue> queue, Instant now) {
        return whyNothing(queue, WorkFilter.ANY, now);
    }

    /**
     * The first ready ticket in the order of claims that is on no queue, whose tasks are on none, and whose last item was not
     * put aside as failed (Q22).
     *
     * @param queue the queue that it would enter: without room there is none; null when that does not exist yet
     */
    Optional<Candidate> findCandidate(Id<Project> project, WorkFilter filter, @Nullable Id<Queue> queue, Instant now);

    /** The first such ticket that waits for something, as an example. */
    Optional<Id<Ticket>> findWaiting(Id<Project> project, WorkFilter filter);

    /** How many candidates there are, counted up to {@link QueueStats#FEEDABLE_MAX}. */
    int countCandidates(Id<Project> project, WorkFilter filter);

    /** Leases that are not over yet. */
    int countLiveLeases(Id<Queue> queue, Instant now);

    /** Live items of these subjects over all queues (Q1). */
    List<QueueItem> findLive(Collection<Subject> subjects);

    /** Live items of a ticket and of its tasks. */
    List<QueueItem> findLiveByTicket(Id<Ticket> ticket);

    List<QueueItem> findLiveByQueue(Id<Queue> queue);

    List<QueueItem> findLiveByProject(Id<Project> project);

    List<QueueItem> findByStatus(Id<Queue> queue, ItemStatus status);

    /** Live items of a group besides its head. */
    List<QueueItem> findLiveGroup(Id<QueueItem> head);

    /** All items of a group besides its head, oldest first. */
    List<QueueItem> findGroup(Id<QueueItem> head);

    /** Those of a group that failed, and whose tasks are not finished otherwise; oldest first. */
    List<QueueItem> findOpenFailures(Id<QueueItem> head);

    /** Who holds items of this queue, by lease: at most {@code limit}. */
    List<QueueStats.Holder> findHolders(Id<Queue> queue, Instant now, int limit);

    /** The unfinished tasks that the task of an item depends on. */
    List<WaitsFor> findOpenDependencies(Id<QueueItem> item);
    /** Items of a project that these users hold. */
    List<QueueItem> findHeldBy(Id<Project> project, Collection<Id<User>> users);

    /** Claimed items of any queue whose lease is over (Q9), oldest first. */
    List<QueueItem> findLapsed(Instant now, int limit);

    /** A page with derived states by one query. */
    Page<ItemView> page(ItemFilter filter, PageRequest request, Instant now);

    /** The derived states of these items, by one query. */
    List<ItemView> view(Collection<Id<QueueItem>> ids, Instant now);

    default QueueItem require(Id<QueueItem> id) {
        return find(id).orElseThrow(() -> NotFound.of("queue item", id));
    }
}
