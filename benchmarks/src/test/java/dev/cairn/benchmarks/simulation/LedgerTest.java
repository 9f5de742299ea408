package dev.cairn.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.QueueItem;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The judge of the simulation sees what must not happen. */
class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant TOO_LATE = LATER.plusSeconds(1);

    private final Ledger ledger = new Ledger(1);

    private static Claim claim(long id, long item, long token) {
        return new Claim(
                new Id<>(id), new Id<>(item), token, null, "a", 60, NOW, NOW, null, null, null, null, null, null, null);
    }

    private void queued(long... items) {
        for (long item : items) {
            ledger.enqueued(0, new Id<QueueItem>(item));
        }
    }

    @Test
    void workThatIsHandedOnWhenItsLeaseIsOverIsHeldByOne() {
        queued(7);
        ledger.claimed(0, claim(1, 7, 1), LATER, NOW);
        ledger.claimed(0, claim(2, 7, 2), TOO_LATE.plusSeconds(60), TOO_LATE);
        ledger.ended(claim(2, 7, 2), true, TOO_LATE);
        assertThat(ledger.doubled()).isZero();
        assertThat(ledger.overtaken()).isZero();
        assertThat(ledger.overLimit()).isZero();
        assertThat(ledger.completed()).containsExactly(new Id<>(7));
    }

    @Test
    void workThatIsHeldByTwoIsDoubled() {
        queued(7);
        ledger.claimed(0, claim(1, 7, 1), LATER, NOW);
        ledger.claimed(0, claim(2, 7, 2), LATER, NOW);
        assertThat(ledger.doubled()).isEqualTo(1);
    }

    @Test
    void aTokenThatDoesNotGrowAndALateOneThatIsAcceptedAreDoubled() {
        queued(7);
        ledger.claimed(0, claim(1, 7, 1), LATER, NOW);
        ledger.claimed(0, claim(2, 7, 1), TOO_LATE.plusSeconds(60), TOO_LATE);
        assertThat(ledger.doubled()).isEqualTo(1);
        ledger.ended(claim(1, 7, 1), true, TOO_LATE);
        assertThat(ledger.doubled()).isEqualTo(2);
    }

    @Test
    void moreThanTheQueueAllowsAndAnotherOrderThanThatOfTheQueueAreCounted() {
        queued(7, 8);
        ledger.claimed(0, claim(1, 8, 1), LATER, NOW);
        assertThat(ledger.overtaken()).isEqualTo(1);
        assertThat(ledger.overLimit()).isZero();
        ledger.claimed(0, claim(2, 7, 1), LATER, NOW);
        assertThat(ledger.overLimit()).isEqualTo(1);
    }
}
