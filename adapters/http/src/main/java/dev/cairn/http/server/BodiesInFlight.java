package dev.cairn.http.server;

import dev.cairn.http.HttpSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of bodies that the server has taken on and not yet answered, so that the heap holds what becomes of them. */
@Singleton
final class BodiesInFlight {
    private final long bytesMax;
    private final AtomicLong bytes = new AtomicLong();

    @Inject
    BodiesInFlight(HttpSettings settings) {
        this(settings.limits().bodiesInFlightMaxBytes());
    }

    BodiesInFlight(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Takes room for this many bytes; answers whether there was any. */
    boolean take(long more) {
        long now = bytes.addAndGet(more);
        if (now <= bytesMax) {
            return true;
        }
        bytes.addAndGet(-more);
        return false;
    }

    void giveBack(long taken) {
        bytes.addAndGet(-taken);
    }
}
