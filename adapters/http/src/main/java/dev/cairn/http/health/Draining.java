package dev.cairn.http.health;

import jakarta.inject.Singleton;
import java.time.Duration;

/** The time before a stop in which the server still serves, but is not ready, so that a balancer sends no new requests. */
@Singleton
public final class Draining {
    private volatile boolean begun;

    boolean begun() {
        return begun;
    }

    /** Makes the server not ready, and returns when this time is over. */
    public void run(Duration time) {
        begun = true;
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
