package dev.cairn.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Priority;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who holds a claim, and with which reason others are refused (Q5, Q16, Q18). */
class ClaimTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final QueueItem READY = item(ItemStatus.READY, 4);
    private static final QueueItem CLAIMED = claimed(4);
    private static final Claim HELD = Claim.begin(new Id<>(9), READY, new Id<>(5), "agent-1", 60, NOW);

    @Test
    void theHolderIsAccepted() {
        assertThat(HELD.requireHeld(CLAIMED, 4)).isEqualTo(HELD);
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED,ended", "FAILED,ended", "RELEASED,ended", "CANCELLED,cancelled", "FINISHED,finished"})
    void anEndedClaimIsRefusedWithTheReason(ClaimOutcome outcome, String reason) {
        Claim ended = HELD.end(NOW, outcome, READY, null, null);
        assertLost(ended, READY, 4, reason);
    }

    @Test
    void aClaimThatWasTakenOverSaysSo() {
        QueueItem taken = claimed(5);
        assertLost(HELD.end(NOW, ClaimOutcome.LOST, taken, null, null), taken, 4, "taken_over");
        assertLost(HELD.end(NOW, ClaimOutcome.LOST, READY, null, null), taken, 4, "taken_over");
    }

    /** Q18 */
    @Test
    void aHolderWhoseItemWasPutBackIsStillTheHolder() {
        Claim swept = HELD.end(NOW, ClaimOutcome.LOST, READY, null, null);
        assertThat(swept.requireHeld(READY, 4)).isEqualTo(swept);
        assertLost(swept, READY.cancel(NOW), 4, "cancelled");
        assertLost(swept, READY.finish(NOW), 4, "finished");
    }

    /** Q18: the dead letter is not put back, and its holder does not take it out again. */
    @Test
    void aHolderWhoseItemWasPutAsideIsNotTheHolderAnyMore() {
        QueueItem aside = READY.lapse(NOW, 1);
        Claim lost = HELD.end(NOW, ClaimOutcome.LOST, aside, null, null);
        assertLost(lost, aside, 4, "ended");
        assertLost(lost, aside.retry(NOW), 4, "ended");
    }

    /** Q16: whatever became of the claim's own row, an item that has ended is nobody's. */
    @Test
    void anItemThatHasEndedIsNotHeld() {
        assertLost(HELD, CLAIMED.cancel(NOW), 4, "cancelled");
        assertLost(HELD, CLAIMED.finish(NOW), 4, "finished");
    }

    /** Q25 */
    @Test
    void anAnswerSaysScheduledWhereTheListDoes() {
        assertThat(HELD.end(NOW, ClaimOutcome.FAILED, CLAIMED.fail(NOW, 3, "e", null, 0), null, "e")
                        .itemState())
                .isEqualTo(ItemState.SCHEDULED);
        assertThat(HELD.end(NOW, ClaimOutcome.RELEASED, READY, null, null).itemState())
                .isEqualTo(ItemState.READY);
        assertThat(HELD.itemState()).isNull();
    }

    @Test
    void aWrongTokenIsRefused() {
        assertLost(HELD, CLAIMED, 3, "taken_over");
        assertLost(HELD, CLAIMED, 5, "taken_over");
    }

    @Test
    void onlyTheSameTokenAndOutcomeIsARepetition() {
        Claim ended = HELD.end(NOW, ClaimOutcome.COMPLETED, READY, null, null);
        assertThat(ended.endedBy(4, ClaimOutcome.COMPLETED)).isTrue();
        assertThat(ended.endedBy(3, ClaimOutcome.COMPLETED)).isFalse();
        assertThat(ended.endedBy(4, ClaimOutcome.FAILED)).isFalse();
        assertThat(HELD.endedBy(4, ClaimOutcome.COMPLETED)).isFalse();
    }

    @Test
    void aHeartbeatKeepsWhatWasSaidBefore() {
        Claim beaten =
                HELD.beat(NOW.plusSeconds(1), new Progress(40, "half"), "n").beat(NOW.plusSeconds(2), null, null);
        assertThat(beaten.progress()).isEqualTo(new Progress(40, "half"));
        assertThat(beaten.note()).isEqualTo("n");
        assertThat(beaten.heartbeatAt()).isEqualTo(NOW.plusSeconds(2));
    }

    private static QueueItem claimed(long token) {
        return item(ItemStatus.CLAIMED, token);
    }

    private static QueueItem item(ItemStatus status, long token) {
        return new QueueItem(
                new Id<>(1),
                new Id<>(2),
                new Subject.OfTicket(new Id<>(3)),
                null,
                status,
                QueueItem.Place.following(Priority.NORMAL, 0),
                NOW,
                NOW,
                QueueItem.Tries.NONE,
                new QueueItem.Hold(token, new Id<>(9), status == ItemStatus.CLAIMED ? NOW.plusSeconds(60) : null),
                null,
                QueueItem.Said.NOTHING);
    }

    private static void assertLost(Claim claim, QueueItem item, long token, String reason) {
        assertThatThrownBy(() -> claim.requireHeld(item, token)).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.LEASE_LOST);
            assertThat(e.details()).containsEntry("reason", reason);
        });
    }
}
