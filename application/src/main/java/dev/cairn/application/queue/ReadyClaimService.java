package dev.cairn.application.queue;

import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands out work straight from the ready list, without anybody feeding a queue (Q22). What is claimed enters the project's
 * default queue in the same transaction: the one named {@value QueueContent#READY_NAME}, which the first such claim creates.
 * So everything that is said of claims holds of these too, and their ends are the ends of all claims.
 */
public final class ReadyClaimService {
    private final UnitOfWork work;
    private final QueueStores stores;
    private final TicketStores tickets;
    private final HandingOut handingOut;
    private final NamedClaim named;
    private final ClaimService claims;

    public ReadyClaimService(
            UnitOfWork work, QueueStores stores, TicketStores tickets, ItemFlow flow, ClaimService claims) {
        this.work = work;
        this.stores = stores;
        this.tickets = tickets;
        this.handingOut = new HandingOut(stores, tickets, flow);
        this.named = new NamedClaim(stores, tickets, handingOut, flow);
        this.claims = claims;
    }

    /**
     * Claims in one write transaction. What came back to the default queue is handed out among the ready tickets, in the
     * order of claims; what waits on another queue is not, unless it is named: then it is claimed there, within that queue's
     * limits. Conflicts: {@code project_archived}; of a named ticket {@code claimed} naming the holder, {@code blocked}
     * naming what it waits for, {@code already_queued} when its tasks are handed out one by one, {@code not_enqueueable}
     * when it is not open, {@code other_project}, {@code ticket_archived}.
     */
    public ClaimResult claim(Caller caller, ProjectRef ref, ReadyClaim wanted) {
        return work.write(caller, act -> {
            Access access = Access.claim(caller);
            Project project = tickets.projects().require(access, ref).requireWritable();
            return wanted.ticket() == null
                    ? next(act, project, wanted)
                    : named.claim(act, project, wanted.ticket(), wanted.request(), () -> readyQueue(act, project));
        });
    }

    /**
     * Asks one source after the other until one hands out something, each in a transaction of its own. A named source that the
     * caller must not claim from refuses all, before anything is claimed.
     */
    public WideClaim claimAny(Caller caller, ClaimSources sources, ClaimRequest request) {
        Access access = Access.claim(caller);
        List<Project> projects = work.read(() -> {
            sources.queues().forEach(queue -> stores.queues().require(access, queue));
            return sources.none()
                    ? tickets.projects().findOpen(access, ClaimSources.PROJECTS_MAX)
                    : sources.projects().stream()
                            .map(ref -> tickets.projects().require(access, ref).requireWritable())
                            .toList();
        });
        List<WideClaim.Empty> reasons = new ArrayList<>();
        for (Id<Queue> queue : sources.queues()) {
            switch (claims.claim(caller, queue, request)) {
                case Claimed claimed -> {
                    return new WideClaim(claimed, reasons);
                }
                case NothingToClaim(var nothing) -> reasons.add(new WideClaim.Empty(queue, null, nothing));
            }
        }
        for (Project project : projects) {
            switch (claim(caller, ProjectRef.of(project.id()), new ReadyClaim(request, null, WorkFilter.ANY))) {
                case Claimed claimed -> {
                    return new WideClaim(claimed, reasons);
                }
                case NothingToClaim(var nothing) -> reasons.add(new WideClaim.Empty(null, project.key(), nothing));
            }
        }
        return new WideClaim(null, reasons);
    }

    /** Claims the next ticket; creates the default queue only for something that enters it. */
    private ClaimResult next(Act act, Project project, ReadyClaim wanted) {
        WorkFilter filter = wanted.filter();
        Optional<Queue> known = stores.queues().findByName(project.id(), QueueContent.READY_NAME);
        if (known.isEmpty()
                && stores.items()
                        .findCandidate(project.id(), filter, null, act.now())
                        .isEmpty()) {
            return new NothingToClaim(handingOut.waiting(project.id(), filter).orElse(HandingOut.EMPTY));
        }
        return handingOut.next(act, readyQueue(act, project, known), filter, filter, wanted.request());
    }

    private Queue readyQueue(Act act, Project project) {
        return readyQueue(act, project, stores.queues().findByName(project.id(), QueueContent.READY_NAME));
    }

    private Queue readyQueue(Act act, Project project, Optional<Queue> known) {
        if (known.isPresent()) {
            stores.locks().queue(known.get().id());
            return known.get();
        }
        stores.locks().newQueueOf(project.id());
        Queue queue =
                stores.queues().insert(Queue.create(act.newId(), project.id(), QueueContent.ready(), true, act.now()));
        act.record(ActivityType.QUEUE_CREATED, queue);
        return queue;
    }
}
