package dev.cairn.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Id;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** R15: five failures lock an account for 15 minutes. */
final class AccountTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant UNLOCKED = NOW.plus(Account.LOCKED);

    private final Account account = Account.create(new Id<>(1), new Username("ada"), new PasswordHash("h"), NOW);

    @Test
    void theFifthFailureLocks() {
        assertThat(failed(4).lockedAt(NOW)).isFalse();
        assertThat(failed(5).lockedAt(NOW)).isTrue();
        assertThat(failed(5).lockedUntil()).isEqualTo(UNLOCKED);
    }

    @Test
    void theLockIsOverAtExactlyLockedUntil() {
        assertThat(failed(5).lockedAt(UNLOCKED.minusMillis(1))).isTrue();
        assertThat(failed(5).lockedAt(UNLOCKED)).isFalse();
    }

    @Test
    void failuresWhileLockedChangeNothing() {
        assertThat(failed(9)).isEqualTo(failed(5));
    }

    @Test
    void afterTheLockCountingBeginsAgain() {
        Account again = failed(5).failed(UNLOCKED);
        assertThat(again.failedAttempts()).isEqualTo(1);
        assertThat(again.lockedUntil()).isNull();
    }

    @Test
    void successAndANewPasswordForgetFailures() {
        assertThat(failed(4).succeeded(NOW).failedAttempts()).isZero();
        assertThat(failed(5).withPassword(new PasswordHash("n"), NOW).lockedAt(NOW))
                .isFalse();
    }

    private Account failed(int times) {
        Account failed = account;
        for (int i = 0; i < times; i++) {
            failed = failed.failed(NOW);
        }
        return failed;
    }
}
