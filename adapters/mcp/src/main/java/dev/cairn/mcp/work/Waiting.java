package dev.cairn.mcp.work;

import dev.cairn.application.queue.ClaimResult;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import java.time.Duration;
import java.util.function.Supplier;

/** Waits for work by asking for it from time to time: what wakes those who wait takes this class's place. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Waiting() {}

    /** Answers work as soon as there is some, or after the time is up why there is none. */
    static ClaimResult upTo(int seconds, Supplier<ClaimResult> claim) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        ClaimResult result = claim.get();
        while (result instanceof NothingToClaim && end - System.nanoTime() > 0) {
            try {
                Thread.sleep(Duration.ofNanos(Math.min(PAUSE.toNanos(), Math.max(1, end - System.nanoTime()))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return result;
            }
            result = claim.get();
        }
        return result;
    }
}
