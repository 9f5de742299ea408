package dev.cairn.http.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.user.Username;
import dev.cairn.http.problem.TooManyRequests;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Logins are limited per address and per name; the buckets are bounded. */
final class AttemptLimitsTest {
    private static final Username ADA = new Username("ada");

    private final MovedClock clock = new MovedClock();
    private final AttemptLimits limits = new AttemptLimits(clock);

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");

    private void fails(InetAddress from, Username name) {
        assertThatThrownBy(() -> limits.tried(from, name, () -> {
                    throw new Denied(ErrorCode.INVALID_CREDENTIALS, "wrong");
                }))
                .isInstanceOf(Denied.class);
    }

    private void succeeds(InetAddress from, Username name) {
        assertThat(limits.tried(from, name, () -> "in")).isEqualTo("in");
    }

    @Test
    void aNameIsTriedTenTimesAndThenOnceEvery90Seconds() {
        for (int i = 0; i < AttemptLimits.PER_NAME; i++) {
            fails(HERE, ADA);
        }
        refused(() -> succeeds(HERE, new Username("ADA")));
        succeeds(HERE, new Username("bob"));
        clock.now = clock.now.plus(AttemptLimits.NAME_PERIOD.dividedBy(AttemptLimits.PER_NAME));
        fails(HERE, ADA);
        refused(() -> succeeds(HERE, ADA));
    }

    @Test
    void whoKnowsThePasswordIsNotKeptOutByKnowingItOften() {
        for (int i = 0; i < 2 * AttemptLimits.PER_ADDRESS; i++) {
            succeeds(HERE, ADA);
        }
        for (int i = 0; i < AttemptLimits.PER_NAME; i++) {
            fails(HERE, ADA);
        }
        refused(() -> succeeds(HERE, ADA));
    }

    /** Behind one address, 127.0.0.1 or a proxy's, are many people. */
    @Test
    void whoTriesOneNameForEverKeepsNobodyElseOut() {
        for (int i = 0; i < AttemptLimits.PER_NAME; i++) {
            fails(HERE, ADA);
        }
        for (int i = 0; i < 2 * AttemptLimits.PER_ADDRESS; i++) {
            refused(() -> succeeds(HERE, ADA));
        }
        succeeds(HERE, new Username("bob"));
    }

    @Test
    void whatFailsOtherwiseDoesNotCount() {
        for (int i = 0; i < 2 * AttemptLimits.PER_ADDRESS; i++) {
            assertThatThrownBy(() -> limits.tried(HERE, ADA, () -> {
                        throw new Unavailable(ErrorCode.BUSY, "busy", null);
                    }))
                    .isInstanceOf(Unavailable.class);
        }
        succeeds(HERE, ADA);
    }

    @Test
    void anAddressIsLimitedAndWithIPv6ItsNetwork() {
        for (int i = 0; i < AttemptLimits.PER_ADDRESS; i++) {
            fails(InetAddress.ofLiteral("2001:db8::" + Integer.toHexString(i + 1)), new Username("user" + i));
        }
        refused(() -> succeeds(InetAddress.ofLiteral("2001:db8::ffff"), ADA));
        succeeds(InetAddress.ofLiteral("2001:db8:0:1::1"), ADA);
        succeeds(HERE, ADA);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        succeeds(InetAddress.ofLiteral("2001:db8::1"), ADA);
    }

    @Test
    void theNumberOfBucketsIsBounded() {
        Cache<Integer, Bucket> buckets = AttemptLimits.buckets();
        Bucket bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(1, AttemptLimits.NAME_PERIOD))
                .build();
        for (int i = 0; i < 2 * AttemptLimits.BUCKETS_MAX; i++) {
            buckets.put(i, bucket);
        }
        buckets.cleanUp();
        assertThat(buckets.estimatedSize()).isLessThanOrEqualTo(AttemptLimits.BUCKETS_MAX);
    }

    private static void refused(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(TooManyRequests.class);
    }
}
