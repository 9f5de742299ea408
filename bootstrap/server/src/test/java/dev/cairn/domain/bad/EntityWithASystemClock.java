package dev.cairn.domain.bad;

import java.time.Instant;
import java.util.function.Supplier;

/** Bad: reads the system's clock. */
public final class EntityWithASystemClock {
    private EntityWithASystemClock() {}

    public static Instant createdAt() {
        Supplier<Instant> clock = Instant::now;
        return clock.get();
    }
}
