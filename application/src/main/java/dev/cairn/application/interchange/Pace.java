package dev.cairn.application.interchange;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The size of a slice: as many rows as were stored in some milliseconds lately, so that others can write in between (I4). */
final class Pace {
    private static final int ROWS_FIRST = 60;
    private static final int ROWS_MIN = 10;
    private static final int ROWS_MAX = 400;
    private static final long AIM_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** The size of the next slice in rows; set by the thread that ran the last one. */
    private volatile int rows = ROWS_FIRST;

    int rows() {
        return rows;
    }

    /** Measures the work of one slice inside its transaction, so that waiting for other writers does not make slices smaller. */
    <T> T timed(Supplier<T> slice) {
        long start = System.nanoTime();
        T result = slice.get();
        long taken = Math.max(1, System.nanoTime() - start);
        long next = rows * AIM_NANOS / taken;
        rows = Math.clamp((rows + next) / 2, ROWS_MIN, ROWS_MAX);
        return result;
    }

    /** Passes a list on in slices. */
    <T> void slices(List<T> all, Consumer<List<T>> store) {
        int from = 0;
        while (from < all.size()) {
            List<T> some = all.subList(from, Math.min(all.size(), from + rows));
            from += some.size();
            store.accept(some);
        }
    }
}
