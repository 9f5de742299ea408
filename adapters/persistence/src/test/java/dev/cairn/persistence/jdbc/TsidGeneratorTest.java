package dev.cairn.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** R1: ids that one process gives strictly increase. */
final class TsidGeneratorTest {
    @Test
    void idsIncreaseWithinAMillisecondAndWhenTheClockStepsBack() {
        Instant start = Instant.parse("2026-11-21T10:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        TsidGenerator ids = new TsidGenerator(clock);
        Id<User> last = ids.next();
        for (int i = 0; i < 30_000; i++) {
            if (i == 10_000) {
                now.set(start.minusSeconds(3_600));
            }
            Id<User> next = ids.next();
            assertThat(next.value()).isGreaterThan(last.value());
            last = next;
        }
    }
}
