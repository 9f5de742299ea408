package dev.cairn.http.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
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

    @Test
    void aNameIsTriedTenTimesAndThenOnceEvery90Seconds() {
        for (int i = 0; i < AttemptLimits.PER_NAME; i++) {
            limits.name(ADA);
        }
        refused(() -> limits.name(new Username("ADA")));
        assertThatCode(() -> limits.name(new Username("bob"))).doesNotThrowAnyException();
        clock.now = clock.now.plus(AttemptLimits.NAME_PERIOD.dividedBy(AttemptLimits.PER_NAME));
        limits.name(ADA);
        refused(() -> limits.name(ADA));
    }

    @Test
    void whoKnowsThePasswordIsNotKeptOutByKnowingItOften() {
        for (int i = 0; i < 3 * AttemptLimits.PER_NAME; i++) {
            limits.name(ADA);
            limits.succeeded(ADA);
        }
        for (int i = 0; i < AttemptLimits.PER_NAME; i++) {
            limits.name(ADA);
        }
        refused(() -> limits.name(ADA));
    }

    @Test
    void anAddressIsLimitedAndWithIPv6ItsNetwork() {
        for (int i = 0; i < AttemptLimits.PER_ADDRESS; i++) {
            limits.address(InetAddress.ofLiteral("2001:db8::" + Integer.toHexString(i + 1)));
        }
        refused(() -> limits.address(InetAddress.ofLiteral("2001:db8::ffff")));
        limits.address(InetAddress.ofLiteral("2001:db8:0:1::1"));
        limits.address(InetAddress.ofLiteral("192.0.2.1"));
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        limits.address(InetAddress.ofLiteral("2001:db8::1"));
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
