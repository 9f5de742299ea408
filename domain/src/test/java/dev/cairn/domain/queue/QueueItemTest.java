package dev.cairn.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

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

    @Test
    void aReleaseCountsNoAttempt() {
        QueueItem released = READY.release(NOW.plusSeconds(60), "later");
        assertThat(released.attempts()).isZero();
        assertThat(released.runAt()).isEqualTo(NOW.plusSeconds(60));
    }

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
