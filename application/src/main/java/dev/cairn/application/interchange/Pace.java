package dev.cairn.application.interchange;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How much goes into one transaction: as much as was stored in some milliseconds lately, so that others can write in between (I4). */
final class Pace {
    private static final int ROWS_FIRST = 60;
    private static final int ROWS_MIN = 10;
    private static final int ROWS_MAX = 400;
    private static final long AIM_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Set by whichever thread the slice ran on. */
    private volatile int rows = ROWS_FIRST;

    int rows() {
        return rows;
    }

    /** Runs the work of one slice inside its transaction: waiting for others is no reason to store less. */
    <T> T timed(Supplier<T> slice) {
        long start = System.nanoTime();
        T result = slice.get();
        long taken = Math.max(1, System.nanoTime() - start);
        long next = rows * AIM_NANOS / taken;
        rows = Math.clamp((rows + next) / 2, ROWS_MIN, ROWS_MAX);
        return result;
    }

    /** Hands over a list piece by piece. */
    <T> void slices(List<T> all, Consumer<List<T>> store) {
        int from = 0;
        while (from < all.size()) {
            List<T> some = all.subList(from, Math.min(all.size(), from + rows));
            from += some.size();
            store.accept(some);
        }
    }
}
