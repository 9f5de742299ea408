package dev.cairn.application.queue;

import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Claims one certain ticket: hands it out, or refuses with the obstacle (Q22). */
record NamedClaim(QueueStores stores, TicketStores tickets, HandingOut handingOut, ItemFlow flow) {
    /** @param readyQueue finds or creates the project's default queue */
    ClaimResult claim(Act act, Project project, TicketRef ref, ClaimRequest request, Supplier<Queue> readyQueue) {
        TicketWithTasks current = tickets.tickets().requireWithTasks(Access.claim(act.caller()), ref);
        Ticket ticket = current.ticket();
        if (!ticket.projectId().equals(project.id())) {
            throw new Conflict(
                    ErrorCode.OTHER_PROJECT, "%s is not in the project %s".formatted(ticket.key(), project.key()));
        }
        ticket.requireWritable();
        stores.locks().queuesOfTicket(ticket.id());
        List<QueueItem> live = stores.items().findLiveByTicket(ticket.id());
        requireFree(ticket, live, act.now());
        if (live.isEmpty()) {
            requireOpen(ticket);
            requireUnblocked(ticket);
            return entering(act, readyQueue.get(), current, request);
        }
        requireUnblocked(ticket);
        return waiting(act, ticket, live.getFirst(), request);
    }

    /** Checks that nobody holds the ticket or one of its tasks, and that its tasks are not queued one by one. */
    private void requireFree(Ticket ticket, List<QueueItem> live, Instant now) {
        for (QueueItem item : live) {
            if (item.status() == ItemStatus.CLAIMED
                    && item.leaseUntil() != null
                    && item.leaseUntil().isAfter(now)) {
                throw claimed(ticket, item);
            }
        }
        for (QueueItem item : live) {
            if (item.subject() instanceof Subject.OfTask) {
                throw new Conflict(
                        ErrorCode.ALREADY_QUEUED,
                        "Tasks of %s are on a queue, one by one: claim from that".formatted(ticket.key()),
                        Map.of(
                                "itemId",
                                item.id().toString(),
                                "queueId",
                                item.queueId().toString()));
            }
        }
    }

    private Conflict claimed(Ticket ticket, QueueItem item) {
        Optional<Claim> claim = flow.claimOf(item);
        String holder = claim.map(Claim::label).orElse("somebody");
        Map<String, Object> details = new HashMap<>();
        details.put("itemId", item.id().toString());
        details.put("queueId", item.queueId().toString());
        details.put("holder", holder);
        claim.map(Claim::id).ifPresent(id -> details.put("claimId", id.toString()));
        claim.map(Claim::userId).ifPresent(user -> details.put("userId", user.toString()));
        Optional.ofNullable(item.leaseUntil()).ifPresent(until -> details.put("leaseUntil", until));
        String what = item.subject() instanceof Subject.OfTask
                ? "A task of " + ticket.key()
                : ticket.key().toString();
        return new Conflict(
                ErrorCode.CLAIMED,
                "%s is held by %s until %s: claim another, or wait until it is given back"
                        .formatted(what, holder, item.leaseUntil()),
                details);
    }

    private static void requireOpen(Ticket ticket) {
        TicketStatus status = ticket.status();
        if (status != TicketStatus.OPEN && status != TicketStatus.BLOCKED) {
            throw new Conflict(
                    ErrorCode.NOT_ENQUEUEABLE,
                    "%s is %s: only an open ticket can be claimed".formatted(ticket.key(), Wire.of(status)),
                    Map.of("status", Wire.of(status)));
        }
    }

    private void requireUnblocked(Ticket ticket) {
        if (ticket.status() == TicketStatus.BLOCKED) {
            throw new Conflict(
                    ErrorCode.BLOCKED,
                    "Somebody has set %s to blocked: set it to open first".formatted(ticket.key()),
                    Map.of("blockers", List.of(), "status", Wire.of(ticket.status())));
        }
        List<String> blockers = tickets.links().findWaits(List.of(ticket.id())).stream()
                .map(waits -> waits.otherKey().toString())
                .distinct()
                .toList();
        if (!blockers.isEmpty()) {
            throw new Conflict(
                    ErrorCode.BLOCKED,
                    "%s waits for %s: finish that first".formatted(ticket.key(), String.join(", ", blockers)),
                    Map.of("blockers", blockers));
        }
    }

    private ClaimResult entering(Act act, Queue queue, TicketWithTasks ticket, ClaimRequest request) {
        Nothing nothing = handingOut.whyNothing(queue, null, WorkFilter.ANY, act.now());
        return switch (nothing.reason()) {
            case PAUSED, AT_LIMIT -> new NothingToClaim(nothing);
            case SCHEDULED, ALL_BLOCKED, EMPTY -> handingOut.entering(act, queue, ticket, request);
        };
    }

    /** Claims a ticket that is on some queue already, within that queue's limits. */
    private ClaimResult waiting(Act act, Ticket ticket, QueueItem item, ClaimRequest request) {
        Queue queue = stores.queues().require(Access.claim(act.caller()), item.queueId());
        Optional<ClaimResult> claimed =
                handingOut.certain(act, queue, item, request).map(given -> given);
        return claimed.orElseGet(() -> {
            Nothing nothing = handingOut.whyNothing(queue, null, WorkFilter.ANY, act.now());
            return switch (nothing.reason()) {
                case PAUSED, AT_LIMIT -> new NothingToClaim(nothing);
                case SCHEDULED, ALL_BLOCKED, EMPTY -> new NothingToClaim(later(act, ticket, item));
            };
        });
    }

    private Nothing later(Act act, Ticket ticket, QueueItem item) {
        if (item.runAt().isAfter(act.now())) {
            return new Nothing(NothingReason.SCHEDULED, item.runAt(), null);
        }
        throw claimed(ticket, item); // The lease expired once too often: the sweeper is about to fail the item (Q9).
    }
}
