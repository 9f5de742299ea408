package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.idempotency.IdempotencyService;
import dev.cairn.application.idempotency.IdempotencyService.Produced;
import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.application.port.StoredTime;
import dev.cairn.application.port.Transactions;
import dev.cairn.application.queue.ClaimRequest;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.EnqueueItem;
import dev.cairn.application.user.Register;
import dev.cairn.application.user.TokenHolder;
import dev.cairn.application.work.SteadyClock;
import dev.cairn.application.work.Timekeeping;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItemRepository;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.persistence.jdbc.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P5, Q18: the wall clock jumps while a server runs, and while it does not; leases, schedules and ids do not care. */
class ClockUseCaseTest extends UseCaseTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LEASE_SECONDS = 900;

    private final AtomicLong nanos = new AtomicLong(-5);

    /** What the wall clock does while the monotonic one stands still. */
    enum Jump {
        AN_HOUR_BACK(Duration.ofHours(-1)),
        AN_HOUR_AHEAD(Duration.ofHours(1)),
        TEN_YEARS_AHEAD(Duration.ofDays(3_652)),
        EIGHT_HOURS_OF_SLEEP(Duration.ofHours(8)),
        THERE_AND_BACK(Duration.ofHours(1), Duration.ofHours(-1)),
        BACK_AND_THERE(Duration.ofHours(-1), Duration.ofHours(1));

        private final Duration first;
        private final Duration second;

        Jump(Duration only) {
            this(only, Duration.ZERO);
        }

        Jump(Duration first, Duration second) {
            this.first = first;
            this.second = second;
        }

        List<Duration> steps() {
            return second.isZero() ? List.of(first) : List.of(first, second);
        }
    }

    @Override
    Clock time() {
        return SteadyClock.of(clock, nanos::get);
    }

    @ParameterizedTest
    @EnumSource
    void aLiveLeaseKeepsItsHolderOverAJump(Jump jump) {
        Queue queue = queue("q");
        enqueue(queue, ticket("held"));
        Claimed held = claim(queue);
        run(MINUTE);

        for (Duration step : jump.steps()) {
            clock.advance(step);
            assertNothingIsHandedOut(queue); // Also before anybody has noticed.
            services.sweeper().sweep(owner);
            keep();
            assertNothingIsHandedOut(queue);
            assertThat(services.sweeper().sweep(owner)).isZero();
            run(MINUTE);
        }

        run(MINUTE);
        services.claims()
                .heartbeat(owner, held.claim().id(), ClaimUpdate.of(held.claim().fencingToken()));
        run(Duration.ofSeconds(LEASE_SECONDS - 1));
        assertThat(services.sweeper().sweep(owner)).isZero();
        assertThat(items(queue)).containsExactly(ItemState.CLAIMED);
        services.claims()
                .complete(owner, held.claim().id(), ClaimUpdate.of(held.claim().fencingToken()));
        assertThat(items(queue)).containsExactly(ItemState.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseHasAsMuchLeftAfterAJumpAsBeforeAndNotMore(Jump jump) {
        Queue queue = queue("q");
        enqueue(queue, ticket("left behind"));
        claim(queue);
        run(MINUTE);

        jump(jump);

        run(Duration.ofSeconds(LEASE_SECONDS - 62));
        assertThat(services.sweeper().sweep(owner)).isZero();
        run(Duration.ofSeconds(3));
        assertThat(services.sweeper().sweep(owner)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadyStaysReadyAndWhatIsScheduledComes(Jump jump) {
        Queue queue = queue("q");
        enqueue(queue, ticket("ready"));
        TicketWithTasks later = ticket("later");
        Instant then = clock.instant().plus(Duration.ofMinutes(30));
        services.items()
                .enqueue(owner, queue.id(), List.of(new EnqueueItem(ref(later), null, null, then, false, false)));

        jump(jump);

        enqueue(queue, ticket("enqueued afterwards"));
        assertThat(items(queue)).filteredOn(ItemState.READY::equals).hasSizeGreaterThanOrEqualTo(2);
        run(Duration.ofMinutes(31));
        claim(queue);
        claim(queue);
        assertThat(claim(queue)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void timesAndIdsGrowOverAJump(Jump jump) {
        TicketWithTasks before = ticket("before");
        run(MINUTE);
        TicketWithTasks last = before;
        for (Duration step : jump.steps()) {
            clock.advance(step);
            TicketWithTasks unnoticed = ticket("unnoticed");
            assertLater(last, unnoticed);
            keep();
            last = ticket("noticed");
            assertLater(unnoticed, last);
            run(MINUTE);
        }
        assertThat(log()).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
    }

    @ParameterizedTest
    @EnumSource
    void sessionsAndRememberedAnswersOutlastAJump(Jump jump) {
        var key = IdempotencyStore.Key.of(owner, "POST", "/x", "key");
        services.get(IdempotencyService.class)
                .once(key, "hash", () -> new Produced(new IdempotencyStore.Answer("hash", 201, "{}", "a"), true));
        String token = signedIn();
        run(MINUTE);

        jump(jump);
        services.get(IdempotencyService.class).forgetOld(() -> false);

        assertThat(services.get(IdempotencyService.class)
                        .once(key, "hash", () -> {
                            throw new AssertionError("It ran twice");
                        })
                        .replayed())
                .isTrue();
        assertThat(services.authentication().byToken(token)).isInstanceOf(TokenHolder.Known.class);
    }

    @ParameterizedTest
    @EnumSource
    void timeGoesOnAfterARestart(Jump jump) {
        Queue queue = queue("q");
        enqueue(queue, ticket("held"));
        enqueue(queue, ticket("ready"));
        Claimed held = claim(queue);
        TicketWithTasks before = ticket("before");
        run(MINUTE);
        jump(jump);

        cairn.close();
        clock.advance(Duration.ofHours(-2));
        nanos.addAndGet(Duration.ofDays(-400).toNanos()); // The monotonic clock of another process, or of another boot.
        cairn = Cairn.open(CairnOptions.of(database).withClock(time()));
        services = cairn;

        assertLater(before, ticket("after"));
        assertThat(items(queue)).containsExactlyInAnyOrder(ItemState.CLAIMED, ItemState.READY);
        services.claims()
                .complete(owner, held.claim().id(), ClaimUpdate.of(held.claim().fencingToken()));
        claim(queue);
    }

    /** Of several servers one slept: for those who were heard by another nothing leapt. */
    @Test
    void aLeapThatOneServerSeesExtendsOnlyWhatIsHeldByThoseWhoWereNotHeard() {
        Queue queue = queue(QueueContent.named("q").withMaxParallel(2));
        enqueue(queue, ticket("of one who was not heard"));
        enqueue(queue, ticket("of one who was"));
        Claimed unheard = claim(queue);
        Claimed heard = claim(queue);
        signedIn();
        run(MINUTE);
        Instant from = clock.instant();
        run(MINUTE);
        services.claims()
                .heartbeat(
                        owner, heard.claim().id(), ClaimUpdate.of(heard.claim().fencingToken()));
        Instant held = leaseOf(heard);
        Instant sessionEnd = sessionEnd();
        Instant to = from.plus(Duration.ofHours(10));
        cairn.get(Transactions.class).write(() -> {
            cairn.get(StoredTime.class).extendUnheard(from, to);
            return to;
        });
        assertThat(leaseOf(heard)).isEqualTo(held);
        assertThat(leaseOf(unheard)).isEqualTo(to.plusSeconds(LEASE_SECONDS - MINUTE.toSeconds()));
        assertThat(sessionEnd()).isEqualTo(sessionEnd);
    }

    private Instant leaseOf(Claimed claimed) {
        return Objects.requireNonNull(
                services.claims().get(owner, claimed.claim().id()).leaseUntil());
    }

    private Instant sessionEnd() {
        return cairn.get(Transactions.class)
                .read(() -> cairn.get(Sql.class)
                        .one("SELECT max(expires_at) AS at FROM sessions", row -> row.instant("at")));
    }

    /** A correction is followed at once. */
    @Test
    void aClockThatIsCorrectedABitIsFollowed() {
        clock.advance(Duration.ofSeconds(4));
        assertThat(ticket("now").ticket().lifecycle().createdAt()).isEqualTo(clock.instant());
    }

    private void jump(Jump jump) {
        for (Duration step : jump.steps()) {
            clock.advance(step);
            keep();
        }
    }

    private void keep() {
        cairn.get(Timekeeping.class).keep();
    }

    /** Both clocks go on. */
    void run(Duration duration) {
        nanos.addAndGet(duration.toNanos());
        clock.advance(duration);
        keep();
    }

    private void assertNothingIsHandedOut(Queue queue) {
        assertThat(services.claims().claim(owner, queue.id(), ClaimRequest.DEFAULT))
                .isInstanceOf(NothingToClaim.class);
    }

    private static void assertLater(TicketWithTasks one, TicketWithTasks other) {
        assertThat(other.ticket().id().value()).isGreaterThan(one.ticket().id().value());
        assertThat(other.ticket().lifecycle().createdAt())
                .isAfterOrEqualTo(one.ticket().lifecycle().updatedAt());
    }

    private List<ItemState> items(Queue queue) {
        return services
                .items()
                .list(owner, queue.id(), List.of(), PageRequest.first(QueueItemRepository.CLAIM_ORDER))
                .items()
                .stream()
                .map(ItemView::state)
                .toList();
    }

    private List<Activity> log() {
        return services.activity()
                .list(
                        owner,
                        CRN,
                        new ActivityFilter(null, null, null, List.of()),
                        PageRequest.first(ActivityLog.NEWEST_FIRST))
                .items();
    }

    private String signedIn() {
        return cairn.accounts()
                .register(owner, Register.of("ada", "correct horse battery"), null)
                .token()
                .text();
    }
}
