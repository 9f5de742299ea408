package dev.cairn.domain.bad;

import java.time.Instant;

/** Bad: reads the system's clock. */
public final class EntityWithASystemClock {
    private EntityWithASystemClock() {}

    public static Instant createdAt() {
        return Instant.now();
    }
}
