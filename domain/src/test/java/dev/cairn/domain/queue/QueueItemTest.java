package dev.cairn.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How an item comes back, is put aside and ends (Q7–Q9, Q16, Q19, Q23). */
class QueueItemTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final QueueItem READY = QueueItem.enqueue(
            new Id<>(1), new Id<>(2), new Subject.OfTicket(new Id<>(3)), null, Priority.NORMAL, 0, NOW, NOW);

    @Test
    void aFailureCountsAndComesBackAfterTwoSecondsAtMost() {
        QueueItem failed = READY.fail(NOW, 3, "boom", "note", 1.0);
        assertThat(failed.status()).isEqualTo(ItemStatus.READY);
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.runAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(READY.fail(NOW, 3, "boom", null, 0.0).runAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void theLastFailurePutsTheItemAsideWithErrorAndNote() {
        QueueItem failed = READY.fail(NOW, 1, "boom", "note", 0.5);
        assertThat(failed.status()).isEqualTo(ItemStatus.FAILED);
        assertThat(failed.lastError()).isEqualTo("boom");
        assertThat(failed.note()).isEqualTo("note");
        assertThat(failed.finishedAt()).isEqualTo(NOW);
    }

    @Test
    void theDelayDoublesUpToTenMinutes() {
        assertThat(QueueItem.backoff(3, 1.0)).isEqualTo(Duration.ofSeconds(8));
        assertThat(QueueItem.backoff(50, 1.0)).isEqualTo(Duration.ofMinutes(10));
    }

    /** Q8 */
    @Test
    void aReleaseCountsNoAttempt() {
        QueueItem released = READY.release(NOW, NOW.plusSeconds(60), false, "later", 0.5);
        assertThat(released.attempts()).isZero();
        assertThat(released.runAt()).isEqualTo(NOW.plusSeconds(60));
    }

    /** Q19 */
    @Test
    void theThirdReleaseInARowWithoutProgressIsReadyLater() {
        QueueItem twice = READY.release(NOW, NOW, false, null, 1).release(NOW, NOW, false, null, 1);
        assertThat(twice.runAt()).isEqualTo(NOW);
        QueueItem third = twice.release(NOW, NOW, false, null, 1);
        assertThat(third.releases()).isEqualTo(3);
        assertThat(third.runAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(third.release(NOW, NOW, false, null, 1).runAt()).isEqualTo(NOW.plusSeconds(4));
        assertThat(third.release(NOW, NOW.plusSeconds(60), false, null, 1).runAt())
                .isEqualTo(NOW.plusSeconds(60));
    }

    /** Q19 */
    @Test
    void progressAndEveryOtherEndResetTheCountOfReleases() {
        QueueItem twice = READY.release(NOW, NOW, false, null, 1).release(NOW, NOW, false, null, 1);
        assertThat(twice.release(NOW, NOW, true, null, 1).releases()).isZero();
        assertThat(twice.fail(NOW, 3, "boom", null, 1).releases()).isZero();
        assertThat(twice.complete(NOW, null, null).releases()).isZero();
        assertThat(twice.fail(NOW, 1, "boom", null, 1).retry(NOW).releases()).isZero();
    }

    /** Q16 */
    @Test
    void whatHasEndedIsBroughtBackByARetryOnly() {
        QueueItem ended = READY.finish(NOW);
        for (ThrowingCallable write : List.<ThrowingCallable>of(
                () -> ended.renew(NOW),
                () -> ended.complete(NOW, null, null),
                () -> ended.fail(NOW, 3, null, null, 0),
                () -> ended.release(NOW, NOW, false, null, 0),
                () -> ended.lapse(NOW, 3),
                () -> ended.cancel(NOW),
                () -> ended.putAside(NOW, null),
                () -> ended.retry(NOW))) {
            assertThatThrownBy(write)
                    .isInstanceOfSatisfying(
                            Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ITEM_STATE));
        }
    }

    /** Q23 */
    @Test
    void whatAPersonSetsOnTheItemIsItsOwn() {
        assertThat(READY.place(Priority.HIGH, 0, NOW).prioritySet()).isTrue();
        assertThat(READY.place(Priority.HIGH, 0, NOW).positionSet()).isFalse();
        assertThat(READY.place(Priority.NORMAL, 0, NOW, true, true).positionSet())
                .isTrue();
    }

    /** Q9 */
    @Test
    void stallsAreCountedApartFromAttemptsAndEndAtTheirOwnLimit() {
        QueueItem once = READY.lapse(NOW, 2);
        assertThat(once.status()).isEqualTo(ItemStatus.READY);
        assertThat(once.stalls()).isEqualTo(1);
        assertThat(once.attempts()).isZero();
        assertThat(once.lapse(NOW, 2).status()).isEqualTo(ItemStatus.FAILED);
    }

    @Test
    void aRetryStartsWithCountersAtZero() {
        QueueItem retried = READY.fail(NOW, 1, "boom", null, 0).retry(NOW.plusSeconds(9));
        assertThat(retried.status()).isEqualTo(ItemStatus.READY);
        assertThat(retried.attempts()).isZero();
        assertThat(retried.stalls()).isZero();
        assertThat(retried.runAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void onlyAFailedItemIsRetriedAndOnlyAReadyOneIsPlaced() {
        assertThatThrownBy(() -> READY.retry(NOW))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ITEM_STATE));
        assertThatThrownBy(() -> READY.cancel(NOW).place(Priority.HIGH, 1, NOW)).isInstanceOf(Conflict.class);
    }
}
