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

/**
 * Stores queue items, and hands them out. A use case finds the queue, the item or its subject with an access before it
 * calls the methods without one. <i>Live</i> is an item that is ready or claimed.
 */
public interface QueueItemRepository extends Guarded<QueueItem> {
    Set<String> SORTS = Set.of("priority", "position", "enqueuedAt", "runAt");
    /** The order in which items are handed out (Q2). */
    Sort CLAIM_ORDER = Sort.by(Sort.desc("priority"), Sort.asc("position"), Sort.asc("enqueuedAt"));

    /** Finds an item, live or ended; answers empty when there never was one. */
    Optional<QueueItem> find(Id<QueueItem> id);

    /**
     * Inserts items.
     *
     * @throws Conflict {@code already_queued} when a subject has a live item by now (Q1)
     */
    void insertAll(List<QueueItem> items);

    /** Stores a live item that its holder renewed or a person placed. Fails as {@link #updateAll} does. */
    void update(QueueItem item);

    /**
     * Stores what became of live items.
     *
     * @throws Conflict {@code item_state} when one of them has ended meanwhile, or was claimed by somebody else: it
     *     stays as it is (Q16)
     */
    void updateAll(List<QueueItem> items);

    /**
     * Stores that failed items are ready again (Q17).
     *
     * @throws Conflict {@code item_state} when one of them is not failed any more, {@code already_queued} when its
     *     subject has a live item
     */
    void reviveAll(List<QueueItem> items);

    /**
     * Gives the live items of a ticket and of its tasks the ticket's priority and place. Items with their own keep
     * them (Q23).
     */
    void follow(Id<Ticket> ticket, Priority priority, long position);

    /** Puts live items into the group of {@code head}, or with null into none. */
    void regroup(@Nullable Id<QueueItem> head, List<Id<QueueItem>> members);

    /**
     * Gives the next item to this claim, and answers it, by one statement (Q2). Answers empty when the queue hands out
     * nothing. The caller holds the queue's lock, and ends the claim before when an item was taken over.
     */
    Optional<QueueItem> claimNext(ClaimAttempt attempt);

    /** Answers the reason why {@link #claimNext} found nothing among these items, by one query (Q3). */
    Nothing whyNothing(Id<Queue> queue, WorkFilter filter, Instant now);

    /**
     * Answers the first ready ticket of a project, in the order of claims, that no queue holds, none of whose tasks is
     * on one, and whose last item was not put aside as failed (Q22). Empty when there is none.
     *
     * @param queue the queue that the ticket would enter: without room in it there is no candidate; null when it does
     *     not exist yet
     */
    Optional<Candidate> findCandidate(Id<Project> project, WorkFilter filter, @Nullable Id<Queue> queue, Instant now);

    /**
     * Answers the first ticket that would be a candidate but waits for something, as an example. Empty when there is
     * none.
     */
    Optional<Id<Ticket>> findWaiting(Id<Project> project, WorkFilter filter);

    /** Counts the candidates up to {@link QueueStats#FEEDABLE_MAX}. */
    int countCandidates(Id<Project> project, WorkFilter filter);

    /** Counts the claimed items of a queue whose lease is not over. */
    int countLiveLeases(Id<Queue> queue, Instant now);

    /** Answers the live items of these subjects, whatever queue they are on (Q1). */
    List<QueueItem> findLive(Collection<Subject> subjects);

    /** Answers the items of a subject on a queue, live or ended. */
    List<QueueItem> findOn(Id<Queue> queue, Subject subject);

    /** Answers the live items of a ticket and of its tasks. */
    List<QueueItem> findLiveByTicket(Id<Ticket> ticket);

    /** Answers the live items of a queue. */
    List<QueueItem> findLiveByQueue(Id<Queue> queue);

    /** Answers the live items of all queues of a project. */
    List<QueueItem> findLiveByProject(Id<Project> project);

    /** Answers the items of a queue that have this status. */
    List<QueueItem> findByStatus(Id<Queue> queue, ItemStatus status);

    /**
     * Answers failed items of a queue, {@code limit} at most: first those that may be retried, then those whose subject is
     * finished, archived, gone or queued again (Q17), of each the newest first.
     */
    List<QueueItem> findFailed(Id<Queue> queue, int limit);

    /** Answers the live items of a group without its head. */
    List<QueueItem> findLiveGroup(Id<QueueItem> head);

    /** Answers all items of a group without its head, oldest first. */
    List<QueueItem> findGroup(Id<QueueItem> head);

    /** Answers the failed items of a group whose tasks are not finished otherwise, oldest first. */
    List<QueueItem> findOpenFailures(Id<QueueItem> head);

    /** Answers the holders of items of a queue, {@code limit} at most, those whose lease ends first at the beginning. */
    List<QueueStats.Holder> findHolders(Id<Queue> queue, Instant now, int limit);

    /** Answers the unfinished tasks on which the task of an item depends. */
    List<WaitsFor> findOpenDependencies(Id<QueueItem> item);

    /** Answers the items of a project that these users hold. */
    List<QueueItem> findHeldBy(Id<Project> project, Collection<Id<User>> users);

    /** Answers the projects in which these users hold items, each once. */
    List<Id<Project>> findProjectsHeldBy(Collection<Id<User>> users);

    /**
     * Answers claimed items of any queue whose lease is over, oldest first, {@code limit} at most: the sweeper calls
     * this (Q9).
     */
    List<QueueItem> findLapsed(Instant now, int limit);

    /**
     * Answers the next moment at which, as things are, time alone makes something on the queues of these projects claimable: a lease
     * ends, or an item's time comes. Empty when there is none.
     */
    Optional<Instant> findNextDue(Collection<Id<Project>> projects, Instant now);

    /** Answers a page of items with their derived states, by one query. */
    Page<ItemView> page(ItemFilter filter, PageRequest request, Instant now);

    /** Answers these items with their derived states, by one query. */
    List<ItemView> view(Collection<Id<QueueItem>> ids, Instant now);

    /**
     * Finds an item, live or ended.
     *
     * @throws NotFound {@code not_found} when there never was one
     */
    default QueueItem require(Id<QueueItem> id) {
        return find(id).orElseThrow(() -> NotFound.of("queue item", id));
    }
}
