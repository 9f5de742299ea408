package dev.cairn.application.queue;

import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.WaitingClaims.Waiter;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.user.Caller;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Claims that wait until there is work, for as long as {@link ClaimRequest#waitSeconds} says (Q14). They keep their thread, so call them
 * on a virtual one, and outside of any transaction. Whoever waited in vain is told why there is nothing, as without waiting.
 */
public final class WaitingClaimService {
    private final UnitOfWork work;
    private final QueueStores stores;
    private final TicketStores tickets;
    private final ClaimService claims;
    private final ReadyClaimService ready;
    private final WaitingClaims waiting;

    public WaitingClaimService(
            UnitOfWork work,
            QueueStores stores,
            TicketStores tickets,
            ClaimService claims,
            ReadyClaimService ready,
            WaitingClaims waiting) {
        this.work = work;
        this.stores = stores;
        this.tickets = tickets;
        this.claims = claims;
        this.ready = ready;
        this.waiting = waiting;
    }

    /** As {@link ClaimService#claim}. */
    public ClaimResult claim(Caller caller, Id<Queue> queue, ClaimRequest request) {
        return patiently(
                caller,
                request,
                () -> sought(caller, queue),
                () -> claims.claim(caller, queue, request),
                Claimed.class::isInstance);
    }

    /** As {@link ReadyClaimService#claim}. */
    public ClaimResult claim(Caller caller, ProjectRef project, ReadyClaim wanted) {
        return patiently(
                caller,
                wanted.request(),
                () -> sought(caller, project, wanted),
                () -> ready.claim(caller, project, wanted),
                Claimed.class::isInstance);
    }

    /** As {@link ReadyClaimService#claimAny}. */
    public WideClaim claimAny(Caller caller, ClaimSources sources, ClaimRequest request) {
        return patiently(
                caller,
                request,
                () -> sought(caller, sources),
                () -> ready.claimAny(caller, sources, request),
                result -> result.claimed() != null);
    }

    /** What a claim from a queue waits for. */
    public Sought sought(Caller caller, Id<Queue> queue) {
        return work.read(() -> new Sought(queue, Set.of(projectOf(Access.claim(caller), queue)), false));
    }

    /** What a claim from a project's ready tickets waits for. */
    public Sought sought(Caller caller, ProjectRef ref, ReadyClaim wanted) {
        return work.read(() -> {
            Id<Project> project =
                    tickets.projects().require(Access.claim(caller), ref).id();
            ReadyClaim same = new ReadyClaim(ClaimRequest.DEFAULT, wanted.ticket(), wanted.filter());
            return new Sought(List.of(project, same), Set.of(project), false);
        });
    }

    /** What a claim from several sources waits for. */
    public Sought sought(Caller caller, ClaimSources sources) {
        Access access = Access.claim(caller);
        return work.read(() -> {
            Set<Id<Project>> projects = new HashSet<>();
            sources.queues().forEach(queue -> projects.add(projectOf(access, queue)));
            sources.projects()
                    .forEach(ref ->
                            projects.add(tickets.projects().require(access, ref).id()));
            return new Sought(sources.none() ? List.of(caller.userId(), sources) : sources, projects, sources.none());
        });
    }

    /**
     * When time alone may make something claimable of what somebody waits for; null when it will not, as things are.
     *
     * @param since when it was last asked for in vain: what has become due meanwhile is not overlooked
     */
    public @Nullable Instant nextDue(Caller caller, Sought sought, Instant since) {
        return work.read(() -> {
            Collection<Id<Project>> projects = sought.anywhere()
                    ? tickets.projects().findOpen(Access.claim(caller), ClaimSources.PROJECTS_MAX).stream()
                            .map(Project::id)
                            .collect(Collectors.toSet())
                    : sought.projects();
            return stores.items().findNextDue(projects, since).orElse(null);
        });
    }

    /** The time by which things become due. */
    public Instant now() {
        return work.now();
    }

    private Id<Project> projectOf(Access access, Id<Queue> queue) {
        return stores.queues().require(access, queue).projectId();
    }

    private <T> T patiently(
            Caller caller, ClaimRequest request, Supplier<Sought> sought, Supplier<T> attempt, Predicate<T> isWork) {
        T result = attempt.get();
        if (isWork.test(result) || request.patience().isZero()) {
            return result;
        }
        Sought what = sought.get();
        try (Waiter waiter = waiting.enter(caller.userId(), what, request.patience(), () -> false)) {
            while (waiter.awaitTurn()) {
                Instant since = now();
                result = attempt.get();
                if (isWork.test(result)) {
                    return result;
                }
                waiter.foundNothing(nextDue(caller, what, since));
            }
        }
        return result;
    }
}
