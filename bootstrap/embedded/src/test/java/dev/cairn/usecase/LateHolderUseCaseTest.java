package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Holders that come late, and holders that give back without progress (Q18, Q19). */
class LateHolderUseCaseTest extends QueueTest {
    /** Q18 */
    @Test
    void aHolderWhoseItemWasPutBackMayStillFinish() {
        var queue = shortQueue("q");
        var ticket = ticket("completed");
        ItemView item = enqueue(queue, ticket);
        Claim late = claim(queue).claim();
        sweepAfter(LEASE);
        assertThat(state(item)).isEqualTo(ItemState.READY);
        Claim done = services.claims().complete(owner, late.id(), ClaimUpdate.of(1));
        assertThat(done.outcome()).isEqualTo(ClaimOutcome.COMPLETED);
        assertThat(services.claims().complete(owner, late.id(), ClaimUpdate.of(1)))
                .isEqualTo(done);
        assertThat(state(item)).isEqualTo(ItemState.COMPLETED);
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.COMPLETED);

        ItemView other = enqueue(queue, ticket("failed"));
        Claim failing = claim(queue).claim();
        sweepAfter(LEASE);
        services.claims().fail(owner, failing.id(), ClaimUpdate.of(1).withError("boom"));
        assertThat(view(other.item().id()).item().attempts()).isEqualTo(1);
        assertThat(state(other)).isEqualTo(ItemState.SCHEDULED);
    }

    /** Q18 */
    @Test
    void aHeartbeatAfterTheSweeperHoldsTheItemAgain() {
        var queue = shortQueue("q");
        var ticket = ticket("One");
        ItemView item = enqueue(queue, ticket);
        Claim late = claim(queue).claim();
        sweepAfter(LEASE);
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.OPEN);
        services.claims().heartbeat(owner, late.id(), ClaimUpdate.of(1));
        assertThat(state(item)).isEqualTo(ItemState.CLAIMED);
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(services.claims().get(owner, late.id()).claim().outcome()).isNull();
        assertThat(nothing(queue).reason()).isEqualTo(NothingReason.EMPTY);
        services.claims().release(owner, late.id(), ClaimUpdate.of(1));
        assertThat(statusOf(ticket)).isEqualTo(TicketStatus.OPEN);
    }

    /** Q18 */
    @Test
    void aHolderThatWasReplacedAfterTheSweeperIsRefused() {
        var queue = shortQueue("q");
        enqueue(queue, ticket("One"));
        Claim late = claim(queue).claim();
        sweepAfter(LEASE);
        Claim next = claim(queue).claim();
        for (ThrowingCallable write : List.<ThrowingCallable>of(
                () -> services.claims().heartbeat(owner, late.id(), ClaimUpdate.of(1)),
                () -> services.claims().complete(owner, late.id(), ClaimUpdate.of(1)),
                () -> services.claims().fail(owner, late.id(), ClaimUpdate.of(1)),
                () -> services.claims().release(owner, late.id(), ClaimUpdate.of(1)))) {
            assertLost("taken_over", write);
        }
        services.claims().release(owner, next.id(), ClaimUpdate.of(2));
        assertLost("taken_over", () -> services.claims().heartbeat(owner, late.id(), ClaimUpdate.of(1)));
    }

    /** Q18: a late holder does not exceed the limit. */
    @Test
    void aHeartbeatAfterTheSweeperNeedsAPlace() {
        var queue = queue(QueueContent.named("q").withLeaseSeconds(5).withMaxParallel(1));
        enqueueAs(queue, ticket("low"), Priority.LOW);
        Claim late = claim(queue).claim();
        sweepAfter(LEASE);
        enqueueAs(queue, ticket("urgent"), Priority.URGENT);
        claim(queue);
        assertRefused(ErrorCode.AT_LIMIT, () -> services.claims().heartbeat(owner, late.id(), ClaimUpdate.of(1)));
        services.claims().complete(owner, late.id(), ClaimUpdate.of(1));
    }

    /** Q18: the dead letter was not put back. */
    @Test
    void aHolderWhoseItemWasPutAsideIsRefused() {
        var queue = shortQueue("q");
        enqueue(queue, ticket("One"));
        for (int stall = 1; stall < 3; stall++) {
            claim(queue);
            sweepAfter(LEASE);
        }
        Claim last = claim(queue).claim();
        sweepAfter(LEASE);
        assertLost("ended", () -> services.claims().complete(owner, last.id(), ClaimUpdate.of(3)));
    }

    /** Q19 */
    @Test
    void releasesWithoutProgressSlowDown() {
        var queue = queue("q");
        ItemView item = enqueue(queue, ticket("One"));
        for (int i = 1; i <= 3; i++) {
            Claim held = claim(queue).claim();
            services.claims().release(owner, held.id(), ClaimUpdate.of(held.fencingToken()));
            assertThat(view(item.item().id()).item().releases()).isEqualTo(i);
        }
        assertThat(nothing(queue).reason()).isEqualTo(NothingReason.SCHEDULED);
        assertThat(state(item)).isEqualTo(ItemState.SCHEDULED);
        clock.advance(Duration.ofSeconds(2));
        Claim held = claim(queue).claim();
        services.claims().release(owner, held.id(), progress(held.fencingToken(), 10));
        assertThat(view(item.item().id()).item().releases()).isZero();
        Claim again = claim(queue).claim();
        services.claims().release(owner, again.id(), progress(again.fencingToken(), 10));
        assertThat(view(item.item().id()).item().releases()).isEqualTo(1);
    }

    /** Q19: a task that was finished meanwhile is progress. */
    @Test
    void aFinishedTaskIsProgress() {
        var queue = queue("q");
        var ticket = ticket("One", "a", "b");
        ItemView item = enqueue(queue, ticket);
        Claim first = claim(queue).claim();
        services.claims().release(owner, first.id(), ClaimUpdate.of(1));
        Claim second = claim(queue).claim();
        services.tasks().update(owner, ticket.tasks().getFirst().id(), task -> task.withStatus(TaskStatus.COMPLETED));
        services.claims().release(owner, second.id(), ClaimUpdate.of(2));
        assertThat(view(item.item().id()).item().releases()).isZero();
    }
}
