package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.event.EventDispatcher;
import dev.cairn.application.project.CreateProject;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimSources;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.ReadyClaim;
import dev.cairn.application.queue.Sought;
import dev.cairn.application.queue.Waiting;
import dev.cairn.application.queue.WaitingClaims;
import dev.cairn.application.queue.WideClaim;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Q14: a claim may wait for work. */
class WaitingClaimUseCaseTest extends UseCaseTest {
    private static final ClaimRequest PATIENT = ClaimRequest.DEFAULT.waiting(ClaimRequest.WAIT_SECONDS_MAX);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void whatIsThereIsHandedOutAtOnce() {
        Queue queue = queue("q");
        enqueue(queue, ticket("One"));
        assertThat(services.waitingClaims().claim(owner, queue.id(), PATIENT)).isInstanceOf(Claimed.class);
        assertThat(waiting()).isZero();
    }

    @Test
    void whoHasLeftGetsNothingThoughThereIsWorkAtOnce() {
        Queue queue = queue("q");
        enqueue(queue, ticket("One"));
        assertThat(services.waitingClaims().claim(owner, queue.id(), PATIENT, () -> true))
                .isInstanceOf(NothingToClaim.class);
        assertThat(services.waitingClaims().claim(owner, queue.id(), ClaimRequest.DEFAULT, () -> true))
                .isInstanceOf(NothingToClaim.class);
        assertThat(services.waitingClaims().claim(owner, queue.id(), PATIENT)).isInstanceOf(Claimed.class);
    }

    @Test
    void whoWaitsGetsWhatIsEnqueued() {
        Queue queue = queue("q");
        var claim = waitFor(queue, PATIENT);
        var ticket = ticket("One");
        enqueue(queue, ticket);
        assertThat(work(claim).ticket().ticket().id()).isEqualTo(id(ticket));
    }

    @Test
    void whoWaitsForReadyWorkGetsTheNextTicketOfTheProject() {
        ReadyClaim wanted = new ReadyClaim(PATIENT, null, WorkFilter.ANY);
        var claim = waitFor(() -> services.waitingClaims().claim(owner, CRN, wanted));
        services.projects().create(owner, CreateProject.of("ELSE", "Elsewhere"));
        services.tickets().create(owner, ProjectRef.parse("ELSE"), CreateTicket.titled("Other"));
        var ticket = ticket("Ours");
        assertThat(work(claim).ticket().ticket().id()).isEqualTo(id(ticket));
    }

    @Test
    void whoWaitsForAnythingGetsTheFirstThatBecomesReadyAnywhere() {
        CompletableFuture<WideClaim> claim =
                waitFor(() -> services.waitingClaims().claimAny(owner, ClaimSources.ALL, PATIENT));
        var ticket = ticket("One");
        assertThat(claim.orTimeout(20, TimeUnit.SECONDS).join().claimed())
                .satisfies(claimed -> assertThat(claimed.ticket().ticket().id()).isEqualTo(id(ticket)));
    }

    @Test
    void aPlaceAResumedQueueAReleaseAndAnUnblockedTicketAreWaitedFor() {
        Queue one = queue(QueueContent.named("one").withMaxParallel(1));
        enqueue(one, ticket("First"));
        enqueue(one, ticket("Second"));
        Claimed held = claim(one);
        var place = waitFor(one, PATIENT);
        finish(held);
        Claimed second = work(place);

        var again = waitFor(one, PATIENT);
        services.claims()
                .release(
                        owner,
                        second.claim().id(),
                        ClaimUpdate.of(second.claim().fencingToken()));
        finish(work(again));

        Queue paused = queue("paused");
        services.queues().pause(owner, paused.id(), Expected.ANY);
        enqueue(paused, ticket("Third"));
        var resumed = waitFor(paused, PATIENT);
        services.queues().resume(owner, paused.id(), Expected.ANY);
        finish(work(resumed));

        var blocker = ticket("Blocker");
        var blocked = ticket("Blocked");
        services.links().put(owner, ref(blocker), LinkKind.BLOCKS, ref(blocked));
        enqueue(paused, blocked);
        var unblocked = waitFor(paused, PATIENT);
        move(blocker, TicketStatus.IN_PROGRESS, TicketStatus.COMPLETED);
        assertThat(work(unblocked).ticket().ticket().id()).isEqualTo(id(blocked));
    }

    @Test
    void whatBecomesClaimableByTimeAloneIsWaitedFor() {
        Queue queue = queue("q");
        enqueue(queue, ticket("One"));
        Claimed held = (Claimed) services.claims().claim(owner, queue.id(), new ClaimRequest("slow", 60));
        var takesOver = waitFor(queue, PATIENT);
        clock.advance(Duration.ofSeconds(60));
        Claimed taken = work(takesOver);
        assertThat(taken.item().id()).isEqualTo(held.item().id());

        Instant until = clock.instant().plus(Duration.ofMinutes(5));
        ClaimUpdate later = new ClaimUpdate(taken.claim().fencingToken(), null, null, null, null, until, false);
        services.claims().release(owner, taken.claim().id(), later);
        var scheduled = waitFor(queue, PATIENT);
        clock.advance(Duration.ofMinutes(5));
        assertThat(work(scheduled).item().id()).isEqualTo(held.item().id());
    }

    @Test
    void thoseWhoWaitAreServedInTheOrderInWhichTheyCame() {
        Queue queue = queue("q");
        List<CompletableFuture<ClaimResult>> claims = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            claims.add(waitFor(queue, new ClaimRequest("agent " + i, null).waiting(25)));
        }
        for (int i = 0; i < 5; i++) {
            enqueue(queue, ticket("T" + i));
            assertThat(work(claims.get(i)).claim().label()).isEqualTo("agent " + i);
            assertThat(claims.subList(i + 1, 5)).noneMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void manyItemsServeManyAtOnce() {
        Queue queue = queue(QueueContent.named("q").withMaxParallel(100));
        List<CompletableFuture<ClaimResult>> claims = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            claims.add(waitFor(queue, PATIENT));
        }
        for (int i = 0; i < 20; i++) {
            enqueue(queue, ticket("T" + i));
        }
        assertThat(claims.stream().map(claim -> work(claim).item().id()).distinct())
                .hasSize(20);
    }

    @Test
    void whoWaitedInVainIsToldWhy() {
        Queue queue = queue("q");
        long before = System.nanoTime();
        ClaimResult result = services.waitingClaims().claim(owner, queue.id(), ClaimRequest.DEFAULT.waiting(1));
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(((NothingToClaim) result).nothing().reason()).isEqualTo(NothingReason.EMPTY);
        assertThat(waiting()).isZero();
    }

    @Test
    void whoMayClaimNoLongerWaitsNoLonger() {
        Caller eve = member("Eve", Role.EDITOR);
        Queue queue = queue("q");
        var claim = waitFor(() -> services.waitingClaims().claim(eve, queue.id(), PATIENT));
        services.members().remove(owner, CRN, eve.userId());
        assertThatThrownBy(() -> claim.orTimeout(20, TimeUnit.SECONDS).join()).hasCauseInstanceOf(NotFound.class);
        assertThat(waiting()).isZero();
    }

    /** An attempt may have to wait for a lock, which is nothing to those who seek something else. */
    @Test
    void whoTriesKeepsNobodyWhoSeeksSomethingElse() {
        WaitingClaims line = cairn.get(WaitingClaims.class);
        Duration patience = Duration.ofSeconds(2);
        try (var first = line.enter(owner.userId(), new Sought("A", Set.of(), true), patience, Waiting.PATIENTLY);
                var other = line.enter(owner.userId(), new Sought("B", Set.of(), true), patience, Waiting.PATIENTLY)) {
            assertThat(first.awaitTurn()).isTrue();
            assertThat(other.awaitTurn()).isTrue();
        }
    }

    /** R17: who may not act any more is handed nothing, whatever is waited with. */
    @Test
    void whoIsDeactivatedIsHandedNothingAnyMore() {
        Caller eve = member("Eve", Role.EDITOR);
        Queue queue = queue("q");
        var claim = waitFor(() -> services.waitingClaims().claim(eve, queue.id(), PATIENT));
        services.users().deactivate(owner, eve.userId(), Expected.ANY, OwnedProjects.REFUSE);
        enqueue(queue, ticket("One"));
        assertThat(claim.orTimeout(20, TimeUnit.SECONDS).join()).isInstanceOf(NothingToClaim.class);
        assertThat(claim(queue)).isNotNull();
    }

    @Test
    void nobodyWaitsForAServerThatStops() {
        Queue queue = queue("q");
        var claim = waitFor(queue, PATIENT);
        cairn.get(EventDispatcher.class).stop();
        assertThat(claim.orTimeout(5, TimeUnit.SECONDS).join()).isInstanceOf(NothingToClaim.class);
    }

    @Test
    void nobodyWaitsForLongerThanARequestMayTake() {
        assertRefused(ErrorCode.RANGE, () -> ClaimRequest.DEFAULT.waiting(26));
        assertRefused(ErrorCode.RANGE, () -> ClaimRequest.DEFAULT.waiting(-1));
    }

    private CompletableFuture<ClaimResult> waitFor(Queue queue, ClaimRequest request) {
        return waitFor(() -> services.waitingClaims().claim(owner, queue.id(), request));
    }

    /** Answers once it waits, and has found nothing. */
    private <T> CompletableFuture<T> waitFor(Supplier<T> claim) {
        int before = waiting();
        CompletableFuture<T> result = CompletableFuture.supplyAsync(claim, threads);
        while (waiting() == before && !result.isDone()) {
            Thread.onSpinWait();
        }
        return result;
    }

    private static Claimed work(CompletableFuture<ClaimResult> claim) {
        return (Claimed) claim.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void finish(Claimed work) {
        services.claims()
                .complete(owner, work.claim().id(), ClaimUpdate.of(work.claim().fencingToken()));
    }

    private int waiting() {
        return cairn.get(WaitingClaims.class).waiting();
    }
}
