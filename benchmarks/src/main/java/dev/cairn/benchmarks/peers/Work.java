package dev.cairn.benchmarks.peers;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One operation of one peer; only {@code run} is timed.
 *
 * @param input makes what the n-th run takes
 * @param fold adds what it answered to the checksum
 * @param after undoes what must not pile up
 */
record Work<I, R>(IntFunction<I> input, Function<I, R> run, BiConsumer<Checksum, R> fold, Consumer<R> after) {

    static <I, R> Work<I, R> of(IntFunction<I> input, Function<I, R> run, BiConsumer<Checksum, R> fold) {
        return new Work<>(input, run, fold, _ -> {});
    }

    Timing measure(int from, int times) {
        long[] nanos = new long[times];
        Checksum sum = new Checksum();
        for (int i = 0; i < times; i++) {
            I value = input.apply(from + i);
            long begin = System.nanoTime();
            R result = run.apply(value);
            nanos[i] = System.nanoTime() - begin;
            fold.accept(sum, result);
            after.accept(result);
        }
        return Timing.of(nanos, sum.value());
    }
}
