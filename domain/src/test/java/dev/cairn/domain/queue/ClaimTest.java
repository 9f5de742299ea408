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

class ClaimTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final QueueItem ITEM = QueueItem.enqueue(
            new Id<>(1), new Id<>(2), new Subject.OfTicket(new Id<>(3)), null, Priority.NORMAL, 0, NOW, NOW);
    private static final Claim HELD = new Claim(
            new Id<>(9), ITEM.id(), 4, new Id<>(5), "agent-1", 60, NOW, NOW, null, null, null, null, null, null, null);

    @Test
    void theHolderIsAccepted() {
        assertThat(HELD.requireHeld(4)).isEqualTo(HELD);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED,ended",
        "FAILED,ended",
        "RELEASED,ended",
        "LOST,ended",
        "CANCELLED,cancelled",
        "FINISHED,finished"
    })
    void anEndedClaimIsRefusedWithTheReason(ClaimOutcome outcome, String reason) {
        Claim ended = HELD.end(NOW, outcome, ITEM, null, null);
        assertLost(ended, 4, reason);
    }

    @Test
    void aClaimThatWasTakenOverSaysSo() {
        QueueItem taken = ITEM.renew(NOW.plusSeconds(60));
        assertLost(HELD.end(NOW, ClaimOutcome.LOST, taken, null, null), 4, "taken_over");
    }

    @Test
    void aWrongTokenIsRefused() {
        assertLost(HELD, 3, "taken_over");
        assertLost(HELD, 5, "taken_over");
    }

    @Test
    void onlyTheSameTokenAndOutcomeIsARepetition() {
        Claim ended = HELD.end(NOW, ClaimOutcome.COMPLETED, ITEM, null, null);
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

    private static void assertLost(Claim claim, long token, String reason) {
        assertThatThrownBy(() -> claim.requireHeld(token)).isInstanceOfSatisfying(Conflict.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.LEASE_LOST);
            assertThat(e.details()).containsEntry("reason", reason);
        });
    }
}
