package dev.cairn.application.queue;

import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Claims that wait for work, for up to {@link ClaimRequest#waitSeconds} (Q14). They block their thread, so call them on
 * a virtual one, and outside of any transaction. A claim that waited in vain gets the same answer as without waiting.
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

    /** Claims from a queue as {@link ClaimService#claim} does, and waits. */
    public ClaimResult claim(Caller caller, Id<Queue> queue, ClaimRequest request) {
        return claim(caller, queue, request, Waiting.PATIENTLY);
    }

    /** @param who is told while the claim waits; once it has left, it gets no work */
    public ClaimResult claim(Caller caller, Id<Queue> queue, ClaimRequest request, Waiting who) {
        ClaimResult result = patiently(
                attempts(caller, () -> sought(caller, queue), request.patience(), who),
                () -> claims.claim(caller, queue, request),
                WaitingClaimService::claimed);
        return unlessGone(result, caller, who);
    }

    /** Claims from a project's ready tickets as {@link ReadyClaimService#claim} does, and waits. */
    public ClaimResult claim(Caller caller, ProjectRef project, ReadyClaim wanted) {
        return claim(caller, project, wanted, Waiting.PATIENTLY);
    }

    /** @param who as for a claim from a queue */
    public ClaimResult claim(Caller caller, ProjectRef project, ReadyClaim wanted, Waiting who) {
        ClaimResult result = patiently(
                attempts(
                        caller,
                        () -> sought(caller, project, wanted),
                        wanted.request().patience(),
                        who),
                () -> ready.claim(caller, project, wanted),
                WaitingClaimService::claimed);
        return unlessGone(result, caller, who);
    }

    /** Claims from several sources as {@link ReadyClaimService#claimAny} does, and waits. */
    public WideClaim claimAny(Caller caller, ClaimSources sources, ClaimRequest request) {
        return patiently(
                attempts(caller, () -> sought(caller, sources), request.patience(), Waiting.PATIENTLY),
                () -> ready.claimAny(caller, sources, request),
                WideClaim::claimed);
    }

    /** Returns the work that a claim from a queue waits for. */
    public Sought sought(Caller caller, Id<Queue> queue) {
        return work.read(() -> new Sought(queue, Set.of(projectOf(Access.claim(caller), queue)), false));
    }

    /** Returns the work that a claim from a project's ready tickets waits for. */
    public Sought sought(Caller caller, ProjectRef ref, ReadyClaim wanted) {
        return work.read(() -> {
            Id<Project> project =
                    tickets.projects().require(Access.claim(caller), ref).id();
            ReadyClaim same = new ReadyClaim(ClaimRequest.DEFAULT, wanted.ticket(), wanted.filter());
            return new Sought(List.of(project, same), Set.of(project), false);
        });
    }

    /** Returns the work that a claim from several sources waits for. */
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
     * Returns the time at which time alone may make the sought work claimable; null when it will not, as things are.
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

    /** Returns the time by which items become due. */
    public Instant now() {
        return work.now();
    }

    private Id<Project> projectOf(Access access, Id<Queue> queue) {
        return stores.queues().require(access, queue).projectId();
    }

    private Attempts attempts(Caller caller, Supplier<Sought> wanted, Duration patience, Waiting who) {
        return new Attempts(this, waiting, caller, wanted, patience, who);
    }

    private static @Nullable Claimed claimed(ClaimResult result) {
        return result instanceof Claimed claimed ? claimed : null;
    }

    private static <T> T patiently(Attempts attempts, Supplier<T> attempt, Function<T, @Nullable Claimed> work) {
        try (attempts) {
            T result = attempt.get();
            while (work.apply(result) == null && attempts.again()) {
                result = attempt.get();
            }
            return result;
        }
    }

    /** What was claimed for somebody who has left meanwhile goes back, also when there was no need to wait. */
    private ClaimResult unlessGone(ClaimResult result, Caller caller, Waiting who) {
        if (!(result instanceof Claimed claimed) || !who.gone()) {
            return result;
        }
        claims.release(
                caller, claimed.claim().id(), ClaimUpdate.of(claimed.claim().fencingToken()));
        return new NothingToClaim(new Nothing(NothingReason.EMPTY, null, null));
    }
}
