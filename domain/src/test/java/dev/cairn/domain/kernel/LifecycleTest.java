package dev.cairn.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Times, versions, archive and deletion of a root (R2–R4). */
class LifecycleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Lifecycle NEW = Lifecycle.startingAt(NOW);

    @Test
    void updatedAtGrowsEvenWhenTheClockStandsStillOrStepsBack() {
        assertThat(NEW.touch(NOW).updatedAt()).isEqualTo(NOW.plusMillis(1));
        assertThat(NEW.touch(NOW.minusSeconds(3600)).updatedAt()).isEqualTo(NOW.plusMillis(1));
        assertThat(NEW.touch(NOW.plusSeconds(5)).updatedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void createdAtNeverChanges() {
        Lifecycle later =
                NEW.touch(NOW.plusSeconds(1)).archive(NOW.plusSeconds(2)).unarchive(NOW.plusSeconds(3));
        assertThat(later.createdAt()).isEqualTo(NOW);
    }

    @Test
    void archivingTwiceIsAConflict() {
        assertRefused(() -> NEW.archive(NOW).archive(NOW), ErrorCode.ALREADY_ARCHIVED);
    }

    @Test
    void unarchivingWhatIsNotArchivedIsAConflict() {
        assertRefused(() -> NEW.unarchive(NOW), ErrorCode.NOT_ARCHIVED);
    }

    @Test
    void restoringWhatIsNotDeletedIsAConflict() {
        assertRefused(() -> NEW.restore(NOW), ErrorCode.NOT_DELETED);
    }

    @Test
    void archivedAndDeletedAreIndependent() {
        Lifecycle both = NEW.archive(NOW).delete(new Deletion(new Id<>(7), NOW));
        assertThat(both.restore(NOW).archived()).isTrue();
        assertThat(both.deletion()).isEqualTo(new Deletion(new Id<>(7), NOW));
    }

    @Test
    void aStaleVersionIsRefusedAndNoneIsAlwaysFine() {
        Expected.ANY.check(NEW);
        new Expected(0L).check(NEW);
        assertRefused(() -> new Expected(3L).check(NEW), ErrorCode.STALE_VERSION);
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
