package dev.cairn.application.queue;

import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ClaimView;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands work out, exactly once at a time, and takes it back (Q2–Q8). The holder is who names the claim and its token; like
 * everybody who claims it has to be at least an editor of the project (R18).
 */
public final class ClaimService {
    /** The most comments in the answer to a claim. */
    public static final int COMMENTS_MAX = HandingOut.COMMENTS_MAX;

    private final UnitOfWork work;
    private final QueueStores stores;
    private final TicketStores tickets;
    private final ItemFlow flow;
    private final ItemEnding ending;
    private final HandingOut handingOut;
    private final DoubleSupplier jitter;

    /** @param jitter numbers from 0 to 1 that spread retries (Q7) */
    public ClaimService(
            UnitOfWork work, QueueStores stores, TicketStores tickets, ItemFlow flow, DoubleSupplier jitter) {
        this.work = work;
        this.stores = stores;
        this.tickets = tickets;
        this.flow = flow;
        this.ending = new ItemEnding(stores);
        this.handingOut = new HandingOut(stores, tickets, flow);
        this.jitter = jitter;
    }

    /**
     * Claims the next item of a queue in one write transaction (Q2). A queue that feeds itself takes the next ready ticket
     * in as it hands it out (Q22). Conflict {@code project_archived}: its queues hand out nothing (R22).
     */
    public ClaimResult claim(Caller caller, Id<Queue> queueId, ClaimRequest request) {
        return work.write(caller, act -> {
            stores.locks().queue(queueId);
            Queue queue = stores.queues().require(Access.claim(caller), queueId);
            return handingOut.next(act, queue, queue.content().feeds(), WorkFilter.ANY, request);
        });
    }

    /** Answers a claim with its work in its current state; {@code leaseUntil} is null once the claim has ended. */
    public Claimed get(Caller caller, Id<Claim> id) {
        return work.read(() -> {
            Claim claim = stores.claims().require(Access.read(caller), id);
            QueueItem item = stores.items().require(Access.read(caller), claim.itemId());
            ItemView view = stores.items().view(List.of(item.id()), work.now()).getFirst();
            return handingOut.claimed(
                    claim,
                    claim.outcome() == null ? item.leaseUntil() : null,
                    view.item(),
                    view.state(),
                    flow.ticketOf(item.subject()),
                    stores.claims().findPrevious(item.id(), claim.fencingToken()));
        });
    }

    /** Answers live and ended claims in the projects that the caller may see (Q24). */
    public Page<ClaimView> list(Caller caller, @Nullable ProjectRef project, ClaimFilter filter, PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> stores.claims()
                .page(
                        access,
                        project == null
                                ? filter
                                : filter.in(tickets.projects()
                                        .require(access, project)
                                        .id()),
                        page));
    }

    /** Answers the claims of one item, the newest first (Q24). */
    public Page<ClaimView> history(Caller caller, Id<QueueItem> item, PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> {
            Id<QueueItem> found = stores.items().require(access, item).id();
            return stores.claims().page(access, new ClaimFilter(null, null, found, null, null), page);
        });
    }

    /**
     * Renews the lease by the claim's own length and keeps what the holder says (Q5); when the sweeper had put the item
     * back and nobody has claimed it since, the holder holds it again (Q18). Conflicts: {@code lease_lost};
     * {@code at_limit} when the lease had run out and its place among the queue's {@code maxParallel} is taken.
     */
    public HeldClaim heartbeat(Caller caller, Id<Claim> id, ClaimUpdate update) {
        return work.write(caller, act -> {
            stores.locks().queueOfClaim(id);
            Held held = held(caller, stores.claims().require(Access.claim(caller), id), update.fencingToken());
            QueueItem settled = ItemFlow.settled(held.item(), held.ticket(), act.now());
            if (settled != null || held.ticket() == null) {
                throw held.claim().lost(goneReason(settled));
            }
            requireRoom(held, act.now());
            Instant until = held.claim().leaseUntil(act.now());
            stores.items().update(held.item().renew(until));
            Claim beaten = held.claim().beat(act.now(), update.progress(), update.note());
            stores.claims().update(beaten);
            if (held.swept()) {
                flow.start(act, held.item().subject(), held.ticket());
            }
            act.record(ActivityType.CLAIM_HEARTBEAT, held.queue().projectId(), id)
                    .with("item", held.item().id().toString());
            return new HeldClaim(beaten, until);
        });
    }

    private static String goneReason(@Nullable QueueItem settled) {
        return settled != null && settled.status() == ItemStatus.COMPLETED ? Claim.FINISHED : Claim.CANCELLED;
    }

    /** Completes the work. Conflicts: {@code lease_lost}, {@code tasks_open} counting them (R29). */
    public Claim complete(Caller caller, Id<Claim> id, ClaimUpdate update) {
        return finish(
                caller,
                id,
                update,
                ClaimOutcome.COMPLETED,
                (act, held) -> held.item().complete(act.now(), update.result(), update.note()));
    }

    /** Fails the work: the item is ready again later, or failed for good (Q7). Conflict {@code lease_lost}. */
    public Claim fail(Caller caller, Id<Claim> id, ClaimUpdate update) {
        return finish(
                caller,
                id,
                update,
                ClaimOutcome.FAILED,
                (act, held) -> held.item()
                        .fail(
                                act.now(),
                                held.queue().content().maxAttempts(),
                                update.error(),
                                update.note(),
                                jitter.getAsDouble()));
    }

    /** Releases the item; no attempt is counted (Q8). Conflict {@code lease_lost}. */
    public Claim release(Caller caller, Id<Claim> id, ClaimUpdate update) {
        return finish(
                caller,
                id,
                update,
                ClaimOutcome.RELEASED,
                (act, held) -> held.item()
                        .release(
                                act.now(),
                                update.until() == null ? act.now() : update.until(),
                                progressed(held, update),
                                update.note(),
                                jitter.getAsDouble()));
    }

    /** Whether this claim made progress, by its holder's report or by a finished task (Q19). */
    private boolean progressed(Held held, ClaimUpdate update) {
        Claim claim = held.claim();
        Progress said = update.progress() == null ? claim.progress() : update.progress();
        int before = said == null || said.percent() == 0
                ? 0
                : stores.claims()
                        .findPrevious(claim.itemId(), claim.fencingToken())
                        .map(Claim::progress)
                        .map(Progress::percent)
                        .orElse(0);
        boolean further = said != null && said.percent() > before;
        return further
                || (held.ticket() != null
                        && held.item().subject() instanceof Subject.OfTicket
                        && held.ticket().tasks().stream()
                                .anyMatch(task -> task.status().finished()
                                        && task.updatedAt().isAfter(claim.claimedAt())));
    }

    private interface Finish {
        QueueItem apply(Act act, Held held);
    }

    /** A claim with its item, its queue and its ticket; the ticket is null when it was deleted. */
    private record Held(
            Claim claim,
            QueueItem item,
            Queue queue,
            @Nullable TicketWithTasks ticket) {
        /** Whether the sweeper had put the item back (Q18). */
        boolean swept() {
            return claim.outcome() != null;
        }
    }

    /** Ends the claim; a repeated call gets the first answer again (Q6). */
    private Claim finish(Caller caller, Id<Claim> id, ClaimUpdate update, ClaimOutcome outcome, Finish finish) {
        return work.write(caller, act -> {
            stores.locks().queueOfClaim(id);
            Claim known = stores.claims().require(Access.claim(caller), id);
            if (known.endedBy(update.fencingToken(), outcome)) {
                return known;
            }
            Held held = held(caller, known, update.fencingToken());
            TicketWithTasks ticket = held.ticket();
            if (ticket == null) {
                throw known.lost(Claim.CANCELLED);
            }
            QueueItem settled = ItemFlow.settled(held.item(), ticket, act.now());
            QueueItem left = settled == null || outcome == ClaimOutcome.COMPLETED ? finish.apply(act, held) : settled;
            Claim said = held.claim().beat(held.claim().heartbeatAt(), update.progress(), null);
            Claim ended = said.end(act.now(), outcome, left, update.note(), update.error());
            ending.end(act, held.queue().projectId(), ended, left);
            if (settled == null) {
                follow(act, held, ticket, outcome, update.finishTasks());
            }
            return ended;
        });
    }

    /** Moves the subject with its item; after a sweep, the subject has been moved already (Q6, Q18). */
    private void follow(Act act, Held held, TicketWithTasks ticket, ClaimOutcome outcome, boolean finishTasks) {
        if (outcome == ClaimOutcome.COMPLETED) {
            flow.complete(act, held.item().subject(), ticket, finishTasks);
        } else if (!held.swept()) {
            flow.putBack(act, held.item().subject(), ticket);
        }
    }

    private Held held(Caller caller, Claim known, long token) {
        QueueItem item = flow.itemOf(known);
        Claim claim = known.requireHeld(item, token);
        if (claim.waits(item) && !stores.items().findLiveGroup(item.id()).isEmpty()) {
            throw claim.lost(Claim.CANCELLED); // The ticket's tasks are handed out one by one now (Q10).
        }
        Queue queue = stores.queues().require(Access.claim(caller), item.queueId());
        return new Held(claim, item, queue, flow.find(item.subject()).orElse(null));
    }

    private void requireRoom(Held held, Instant now) {
        Instant until = held.item().leaseUntil();
        boolean late = until == null || !until.isAfter(now);
        if (late
                && stores.items().countLiveLeases(held.queue().id(), now)
                        >= held.queue().content().maxParallel()) {
            throw new Conflict(
                    ErrorCode.AT_LIMIT,
                    "The lease ran out and others hold all of the queue's places: finish or release the item",
                    Map.of("limit", held.queue().content().maxParallel()));
        }
    }
}
