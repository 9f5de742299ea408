package dev.cairn.persistence.jdbc;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/** Counts how writes on PostgreSQL went since the start. */
@Singleton
public final class WriteCounters {
    private final LongAdder done = new LongAdder();
    private final LongAdder retriedOnce = new LongAdder();
    private final LongAdder again = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /**
     * @param done writes that were stored
     * @param late those of them that needed more than one attempt
     * @param again attempts that lost against another write, or their connection
     * @param waited attempts that let another write of this server go first
     * @param refused writes that were not stored, though the caller did nothing wrong
     */
    public record Counts(long done, long late, long again, long waited, long refused) {}

    public Counts counts() {
        return new Counts(done.sum(), retriedOnce.sum(), again.sum(), waited.sum(), refused.sum());
    }

    void done(int failures) {
        done.increment();
        if (failures > 0) {
            retriedOnce.increment();
        }
    }

    void again() {
        again.increment();
    }

    void waited() {
        waited.increment();
    }

    void refused() {
        refused.increment();
    }
}
