package dev.cairn.application.queue;

import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimResult.Previous;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Candidate;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimAttempt;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.ticket.WaitsFor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands one piece of work out, inside the transaction of a claim (Q2–Q4, Q22). The caller holds the queue's lock. */
final class HandingOut {
    static final int COMMENTS_MAX = 100;
    /** The answer for a project that has no default queue yet. */
    static final Nothing EMPTY = Nothing.empty(new Nothing.Rest(0, 0, 0));

    private final QueueStores stores;
    private final TicketStores tickets;
    private final ItemFlow flow;
    private final ItemEnding ending;

    HandingOut(QueueStores stores, TicketStores tickets, ItemFlow flow) {
        this.stores = stores;
        this.tickets = tickets;
        this.flow = flow;
        this.ending = new ItemEnding(stores);
    }

    /**
     * Hands out what comes first in the order of claims, of what waits on the queue and of the ready tickets that feed it. A
     * ticket enters the queue only now: writes to tickets then cost nothing for the sake of queues, and what is on no queue
     * can still be enqueued anywhere (Q22).
     *
     * @param feeds null when the queue does not feed itself
     * @param filter which of the items on the queue are wanted
     */
    ClaimResult next(Act act, Queue queue, @Nullable WorkFilter feeds, WorkFilter filter, ClaimRequest request) {
        Candidate candidate = feeds == null
                ? null
                : stores.items()
                        .findCandidate(queue.projectId(), feeds, queue.id(), act.now())
                        .orElse(null);
        if (candidate == null || candidate.queueWaits()) {
            ClaimAttempt attempt = attempt(act, queue, request).among(filter).upTo(candidate);
            Optional<Claimed> waiting = fromQueue(act, queue, attempt, request);
            if (waiting.isPresent()) {
                return waiting.get();
            }
        }
        if (candidate != null) {
            return entering(act, queue, flow.ticketOf(new Subject.OfTicket(candidate.ticketId())), request);
        }
        tickets.projects()
                .require(Access.claim(act.caller()), queue.projectId())
                .requireWritable();
        return new NothingToClaim(whyNothing(queue, feeds, filter, act.now()));
    }

    /** Hands out this item if its queue allows that now. */
    Optional<Claimed> certain(Act act, Queue queue, QueueItem item, ClaimRequest request) {
        return fromQueue(act, queue, attempt(act, queue, request).of(item.id()), request);
    }

    /** Adds a ready ticket to the queue and hands it out; the log records a claim only. */
    Claimed entering(Act act, Queue queue, TicketWithTasks ticket, ClaimRequest request) {
        TicketContent content = ticket.ticket().content();
        int leaseSeconds = leaseSeconds(queue, request);
        QueueItem item = QueueItem.enqueue(
                        act.newId(),
                        queue.id(),
                        new Subject.OfTicket(ticket.ticket().id()),
                        null,
                        content.priority(),
                        content.position(),
                        act.now(),
                        act.now())
                .handedTo(act.newId(), act.now().plusSeconds(leaseSeconds));
        stores.items().insertAll(List.of(item));
        return handOut(act, queue, item, ticket, request.agent(), leaseSeconds);
    }

    private static int leaseSeconds(Queue queue, ClaimRequest request) {
        return request.leaseSeconds() == null ? queue.content().leaseSeconds() : request.leaseSeconds();
    }

    private static ClaimAttempt attempt(Act act, Queue queue, ClaimRequest request) {
        return new ClaimAttempt(
                queue.id(), act.newId(), act.now(), act.now().plusSeconds(leaseSeconds(queue, request)));
    }

    private Optional<Claimed> fromQueue(Act act, Queue queue, ClaimAttempt attempt, ClaimRequest request) {
        Optional<QueueItem> item = stores.items().claimNext(attempt);
        while (item.isPresent()) {
            TicketWithTasks ticket = flow.find(item.get().subject()).orElse(null);
            QueueItem settled = ItemFlow.settled(item.get(), ticket, act.now());
            if (ticket != null && settled == null) {
                return Optional.of(
                        handOut(act, queue, item.get(), ticket, request.agent(), leaseSeconds(queue, request)));
            }
            drop(act, queue, item.get(), Objects.requireNonNull(settled));
            item = stores.items().claimNext(attempt.as(act.newId()));
        }
        return Optional.empty();
    }

    /** Ends an item whose subject is gone or finished, so that the next one can be handed out (Q16). */
    private void drop(Act act, Queue queue, QueueItem item, QueueItem settled) {
        ClaimOutcome outcome = ItemFlow.outcomeOf(settled);
        last(item).ifPresent(claim -> endLast(act, claim, outcome, settled));
        ending.end(act, queue.projectId(), List.of(item), _ -> settled, outcome);
    }

    /** Returns the reason why nothing is handed out, with what is needed to act on it (Q25). */
    Nothing whyNothing(Queue queue, @Nullable WorkFilter feeds, WorkFilter filter, Instant now) {
        Nothing nothing = stores.items().whyNothing(queue.id(), filter, now);
        return switch (nothing.reason()) {
            case AT_LIMIT ->
                nothing.heldBy(
                        queue.content().maxParallel(),
                        stores.items().findHolders(queue.id(), now, Nothing.HOLDERS_MAX));
            case ALL_BLOCKED -> nothing.blockedBy(blockers(Objects.requireNonNull(nothing.blockedItemId())));
            case SCHEDULED, EMPTY ->
                feeds == null ? nothing : waiting(queue.projectId(), feeds).orElse(nothing);
            case PAUSED -> nothing;
        };
    }

    /** Returns an example when all candidates wait for something. */
    Optional<Nothing> waiting(Id<Project> project, WorkFilter filter) {
        Optional<Id<Ticket>> example = stores.items().findWaiting(project, filter);
        return example.map(ticket -> Nothing.waiting(ticket, tickets.links().findWaits(List.of(ticket))));
    }

    private List<WaitsFor> blockers(Id<QueueItem> item) {
        List<WaitsFor> blockers = new ArrayList<>(stores.items().findOpenDependencies(item));
        flow.ticketOf(item).ifPresent(ticket -> blockers.addAll(tickets.links().findWaits(List.of(ticket))));
        return blockers;
    }

    /** Returns the claim before this one. */
    private Optional<Claim> last(QueueItem item) {
        return item.fencingToken() > 1
                ? stores.claims().findPrevious(item.id(), item.fencingToken())
                : Optional.empty();
    }

    private void endLast(Act act, Claim last, ClaimOutcome outcome, QueueItem left) {
        if (last.outcome() == null) {
            stores.claims().update(last.end(act.now(), outcome, left, null, null));
            act.count(outcome);
        }
    }

    private Claimed handOut(
            Act act, Queue queue, QueueItem item, TicketWithTasks current, @Nullable String agent, int leaseSeconds) {
        Optional<Claim> last = last(item);
        last.ifPresent(claim -> endLast(act, claim, ClaimOutcome.LOST, item));
        Claim claim = insert(act, item, agent, leaseSeconds);
        TicketWithTasks ticket = flow.start(act, item.subject(), current);
        act.record(ActivityType.QUEUE_ITEM_CLAIMED, queue.projectId(), item.id())
                .with("queue", queue.id().toString())
                .with("claim", claim.id().toString())
                .with("agent", claim.label())
                .with("fencingToken", claim.fencingToken());
        return claimed(claim, claim.leaseUntil(act.now()), item, ItemState.CLAIMED, ticket, last);
    }

    Claimed claimed(
            Claim claim,
            @Nullable Instant leaseUntil,
            QueueItem item,
            ItemState state,
            TicketWithTasks ticket,
            Optional<Claim> last) {
        Instant since = last.map(Claim::claimedAt).orElse(Instant.EPOCH);
        return new Claimed(
                claim,
                leaseUntil,
                item,
                state,
                ticket,
                ItemFlow.taskOf(item.subject(), ticket),
                tickets.comments().findSince(ticket.ticket().id(), since, COMMENTS_MAX),
                last.map(previous -> new Previous(previous.note(), previous.error(), previous.progress()))
                        .orElse(null));
    }

    private Claim insert(Act act, QueueItem item, @Nullable String agent, int leaseSeconds) {
        Id<Claim> id = Objects.requireNonNull(item.claimId());
        String label = agent == null ? act.caller().name() : agent;
        Claim claim = Claim.begin(id, item, act.caller().userId(), label, leaseSeconds, act.now());
        stores.claims().insert(claim);
        return claim;
    }
}
