package dev.cairn.http.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.user.Username;
import dev.cairn.http.problem.TooManyRequests;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how often passwords may be tried in vain: for one name, whoever asks and whether anybody has it, and by one
 * address, which may be that of many people. A name that was tried too often costs its address nothing more, so that one who
 * tries it does not keep out those beside him. The number of buckets is bounded; those not used for longest go first, and
 * what they stood for is then still locked by the account.
 */
@Singleton
final class AttemptLimits {
    static final int PER_ADDRESS = 300;
    static final Duration ADDRESS_PERIOD = Duration.ofMinutes(1);
    static final int REGISTRATIONS = 60;
    static final int PER_NAME = 10;
    static final Duration NAME_PERIOD = Duration.ofMinutes(15);
    static final int BUCKETS_MAX = 10_000;

    private static final int IPV6_NETWORK_BYTES = 8;

    private final TimeMeter meter;
    private final Cache<ByteBuffer, Bucket> addresses = buckets();
    private final Cache<ByteBuffer, Bucket> registrations = buckets();
    private final Cache<String, Bucket> names = buckets();

    AttemptLimits(Clock clock) {
        this.meter = new ClockMeter(clock);
    }

    /** @throws TooManyRequests when this address has registered too often */
    void registration(InetAddress from) {
        take(registrations.get(network(from), _ -> bucket(REGISTRATIONS, ADDRESS_PERIOD)));
    }

    /**
     * Lets somebody show a password; only a wrong one counts.
     *
     * @param name as which they log in; null for somebody who is known already
     * @throws TooManyRequests when the name or the address failed too often
     */
    <T> T tried(InetAddress from, @Nullable Username name, Supplier<T> attempt) {
        List<Bucket> taken = new ArrayList<>();
        boolean failed = false;
        try {
            if (name != null) {
                taken.add(take(names.get(name.key(), _ -> bucket(PER_NAME, NAME_PERIOD))));
            }
            taken.add(take(addresses.get(network(from), _ -> bucket(PER_ADDRESS, ADDRESS_PERIOD))));
            return attempt.get();
        } catch (Denied denied) {
            failed = true;
            throw denied;
        } finally {
            if (!failed) {
                taken.forEach(bucket -> bucket.addTokens(1));
            }
        }
    }

    /** Returns the network of an address: of IPv6 the first 64 bits, since the owner of one address there has 2⁶⁴. */
    private static ByteBuffer network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, IPV6_NETWORK_BYTES));
    }

    private static Bucket take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw new TooManyRequests("Too many attempts: wait", wait.toSeconds() + 1);
        }
        return bucket;
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

    /** Takes the time from the clock of everything else. */
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
