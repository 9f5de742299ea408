package dev.cairn.http.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.domain.user.Username;
import dev.cairn.http.problem.TooManyRequests;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How often passwords may be tried: by one address, and for one name whoever asks and whether anybody has it. The number
 * of buckets is bounded; those not used for longest go first, and what they stood for is then still locked by the account.
 */
@Singleton
final class AttemptLimits {
    static final int PER_ADDRESS = 60;
    static final Duration ADDRESS_PERIOD = Duration.ofMinutes(1);
    static final int PER_NAME = 10;
    static final Duration NAME_PERIOD = Duration.ofMinutes(15);
    static final int BUCKETS_MAX = 10_000;

    private static final int IPV6_NETWORK_BYTES = 8;

    private final TimeMeter meter;
    private final Cache<ByteBuffer, Bucket> addresses = buckets();
    private final Cache<String, Bucket> names = buckets();

    AttemptLimits(Clock clock) {
        this.meter = new ClockMeter(clock);
    }

    /** @throws TooManyRequests when this address has asked too often */
    void address(HttpRequest<?> request) {
        address(request.getRemoteAddress().getAddress());
    }

    void address(InetAddress address) {
        take(addresses.get(network(address), _ -> bucket(PER_ADDRESS, ADDRESS_PERIOD)));
    }

    /** @throws TooManyRequests when this name was tried too often */
    void name(Username username) {
        take(names.get(username.key(), _ -> bucket(PER_NAME, NAME_PERIOD)));
    }

    /** Only attempts that failed count for the name. */
    void succeeded(Username username) {
        names.get(username.key(), _ -> bucket(PER_NAME, NAME_PERIOD)).addTokens(1);
    }

    /** Of IPv6 the first half: whoever has one address there has 2⁶⁴. */
    private static ByteBuffer network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, IPV6_NETWORK_BYTES));
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw new TooManyRequests("Too many attempts: wait", wait.toSeconds() + 1);
        }
    }

    private Bucket bucket(int capacity, Duration period) {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(Bandwidth.builder()
                        .capacity(capacity)
                        .refillGreedy(capacity, period)
                        .build())
                .build();
    }

    static <K> Cache<K, Bucket> buckets() {
        return Caffeine.newBuilder().maximumSize(BUCKETS_MAX).build();
    }

    /** The time of everything else. */
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return Duration.ofSeconds(now.getEpochSecond(), now.getNano()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
