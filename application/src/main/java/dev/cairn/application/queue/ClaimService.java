package dev.cairn.application.queue;

import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimResult.Previous;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.Changes;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimAttempt;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ClaimView;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands work out, exactly once at a time, and takes it back (Q2–Q8). The holder is who names the claim and its token; like
 * everybody who claims it has to be at least an editor of the project (R18).
 */
public final class ClaimService {
    /** A claim answers at most this many comments. */
    public static final int COMMENTS_MAX = 100;

    private final UnitOfWork work;
    private final QueueStores stores;
    private final TicketStores tickets;
    private final ItemFlow flow;
    private final ItemEnding ending;
    private final DoubleSupplier jitter;

    /** @param jitter numbers from 0 to 1 that spread retries (Q7) */
    public ClaimService(
            UnitOfWork work, QueueStores stores, TicketStores tickets, ItemFlow flow, DoubleSupplier jitter) {
        this.work = work;
        this.stores = stores;
        this.tickets = tickets;
        this.flow = flow;
        this.ending = new ItemEnding(stores);
        this.jitter = jitter;
    }

    /** One write transaction (Q2). Conflict {@code project_archived}: its queues hand out nothing (R22). */
    public ClaimResult claim(Caller caller, Id<Queue> queueId, ClaimRequest request) {
        return work.write(caller, changes -> {
            stores.locks().queue(queueId);
            Queue queue = stores.queues().require(Access.claim(caller), queueId);
            int leaseSeconds = request.leaseSeconds() == null ? queue.content().leaseSeconds() : request.leaseSeconds();
            ClaimAttempt attempt = new ClaimAttempt(
                    queueId, changes.newId(), changes.now(), changes.now().plusSeconds(leaseSeconds));
            Optional<QueueItem> item = stores.items().claimNext(attempt);
            if (item.isPresent()) {
                return handOut(changes, queue, item.get(), request.agent(), leaseSeconds);
            }
            tickets.projects().require(Access.claim(caller), queue.projectId()).requireWritable();
            return new NothingToClaim(stores.items().whyNothing(queueId, changes.now()));
        });
    }

    /** What a holder was given, as it is now; {@code leaseUntil} is null once the claim is over. */
    public Claimed get(Caller caller, Id<Claim> id) {
        return work.read(() -> {
            Claim claim = stores.claims().require(Access.read(caller), id);
            QueueItem item = stores.items().require(Access.read(caller), claim.itemId());
            ItemView view = stores.items().view(List.of(item.id()), work.now()).getFirst();
            return claimed(
                    claim,
                    claim.outcome() == null ? item.leaseUntil() : null,
                    view,
                    flow.ticketOf(item.subject()),
                    stores.claims().findPrevious(item.id(), claim.fencingToken()));
        });
    }

    /** Who holds what, or held it, in the projects that the caller sees (Q24). */
    public Page<ClaimView> list(Caller caller, @Nullable ProjectRef project, ClaimFilter filter, PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> stores.claims()
                .page(
                        access,
                        project == null
                                ? filter
                                : filter.in(tickets.projects().require(access, project).id()),
                        page));
    }

    /** The attempts at one item, the newest first (Q24). */
    public Page<ClaimView> history(Caller caller, Id<QueueItem> item, PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> {
            Id<QueueItem> found = stores.items().require(access, item).id();
            return stores.claims().page(access, new ClaimFilter(null, null, found, null, null), page);
        });
    }

    /**
     * Renews the lease by the claim's own length and keeps what the holder says (Q5). Conflicts: {@code lease_lost};
     * {@code at_limit} when the lease had run out and its place among the queue's {@code maxParallel} is taken.
     */
    public HeldClaim heartbeat(Caller caller, Id<Claim> id, ClaimUpdate update) {
        return work.write(caller, changes -> {
            stores.locks().queueOfClaim(id);
            Held held = held(caller, stores.claims().require(Access.claim(caller), id), update.fencingToken());
            requireRoom(held, changes.now());
            Instant until = held.claim().leaseUntil(changes.now());
            stores.items().update(held.item().renew(until));
            Claim beaten = held.claim().beat(changes.now(), update.progress(), update.note());
            stores.claims().update(beaten);
            changes.record(
                    "claim.heartbeat",
                    held.queue().projectId(),
                    id,
                    Map.of("item", held.item().id().toString()));
            return new HeldClaim(beaten, until);
        });
    }

    /** The work is done. Conflicts: {@code lease_lost}, {@code tasks_open} counting them (R29). */
    public Claim complete(Caller caller, Id<Claim> id, ClaimUpdate update) {
        return finish(
                caller,
                id,
                update,
                ClaimOutcome.COMPLETED,
                (changes, held) -> held.item().complete(changes.now(), update.result(), update.note()));
    }

    /** The work failed: ready again later, or put aside (Q7). Conflict {@code lease_lost}. */
    public Claim fail(Caller caller, Id<Claim> id, ClaimUpdate update) {
        return finish(
                caller,
                id,
                update,
                ClaimOutcome.FAILED,
                (changes, held) -> held.item()
                        .fail(
                                changes.now(),
                                held.queue().content().maxAttempts(),
                                update.error(),
                                update.note(),
                                jitter.getAsDouble()));
    }

    /** The holder gives it back; no attempt is counted (Q8). Conflict {@code lease_lost}. */
    public Claim release(Caller caller, Id<Claim> id, ClaimUpdate update) {
        return finish(
                caller,
                id,
                update,
                ClaimOutcome.RELEASED,
                (changes, held) ->
                        held.item().release(update.until() == null ? changes.now() : update.until(), update.note()));
    }

    private interface Finish {
        QueueItem apply(Changes changes, Held held);
    }

    private record Held(Claim claim, QueueItem item, Queue queue) {}

    /** The same call again gets the first answer again (Q6). */
    private Claim finish(Caller caller, Id<Claim> id, ClaimUpdate update, ClaimOutcome outcome, Finish finish) {
        return work.write(caller, changes -> {
            stores.locks().queueOfClaim(id);
            Claim known = stores.claims().require(Access.claim(caller), id);
            if (known.endedBy(update.fencingToken(), outcome)) {
                return known;
            }
            Held held = held(caller, known, update.fencingToken());
            QueueItem left = finish.apply(changes, held);
            Claim said = held.claim().beat(held.claim().heartbeatAt(), update.progress(), update.note());
            Claim ended = said.end(changes.now(), outcome, left, update.note(), update.error());
            stores.claims().update(ended);
            ending.store(changes, held.queue().projectId(), left);
            if (outcome == ClaimOutcome.COMPLETED) {
                flow.complete(changes, left.subject(), update.finishTasks());
            } else {
                flow.putBack(changes, left.subject());
            }
            return ended;
        });
    }

    private Held held(Caller caller, Claim known, long token) {
        Claim claim = known.requireHeld(token);
        QueueItem item = stores.items().require(Access.claim(caller), claim.itemId());
        return new Held(claim, item, stores.queues().require(Access.claim(caller), item.queueId()));
    }

    private void requireRoom(Held held, Instant now) {
        Instant until = held.item().leaseUntil();
        boolean late = until == null || !until.isAfter(now);
        if (late
                && stores.items().countLiveLeases(held.queue().id(), now)
                        >= held.queue().content().maxParallel()) {
            throw new Conflict(
                    ErrorCode.AT_LIMIT,
                    "The lease ran out and others hold all of the queue's places: finish or release the item");
        }
    }

    private Claimed handOut(Changes changes, Queue queue, QueueItem item, @Nullable String agent, int leaseSeconds) {
        Optional<Claim> last = item.fencingToken() > 1
                ? stores.claims().findPrevious(item.id(), item.fencingToken())
                : Optional.empty();
        last.filter(claim -> claim.outcome() == null)
                .ifPresent(
                        claim -> stores.claims().update(claim.end(changes.now(), ClaimOutcome.LOST, item, null, null)));
        Claim claim = insert(changes, item, agent, leaseSeconds);
        TicketWithTasks ticket = flow.start(changes, item.subject(), flow.ticketOf(item.subject()));
        Id<Project> project = queue.projectId();
        changes.record(
                "queue_item.claimed",
                project,
                item.id(),
                Map.of(
                        "queue",
                        queue.id().toString(),
                        "claim",
                        claim.id().toString(),
                        "agent",
                        claim.label(),
                        "fencingToken",
                        claim.fencingToken()));
        ItemView view = new ItemView(item, ItemState.CLAIMED);
        return claimed(claim, claim.leaseUntil(changes.now()), view, ticket, last);
    }

    private Claimed claimed(
            Claim claim, @Nullable Instant leaseUntil, ItemView view, TicketWithTasks ticket, Optional<Claim> last) {
        Instant since = last.map(Claim::claimedAt).orElse(Instant.EPOCH);
        return new Claimed(
                claim,
                leaseUntil,
                view.item(),
                view.state(),
                ticket,
                ItemFlow.taskOf(view.item().subject(), ticket),
                tickets.comments().findSince(ticket.ticket().id(), since, COMMENTS_MAX),
                last.map(previous -> new Previous(previous.note(), previous.error(), previous.progress()))
                        .orElse(null));
    }

    private Claim insert(Changes changes, QueueItem item, @Nullable String agent, int leaseSeconds) {
        Id<Claim> id = Objects.requireNonNull(item.claimId());
        Claim claim = new Claim(
                id,
                item.id(),
                item.fencingToken(),
                changes.caller().userId(),
                agent == null ? changes.caller().name() : agent,
                leaseSeconds,
                changes.now(),
                changes.now(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        stores.claims().insert(claim);
        return claim;
    }
}
