package dev.cairn.application.metric;

import dev.cairn.application.metric.Metric.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts observations by size, from any thread. */
public final class Buckets {
    private final List<Double> bounds;
    private final List<LongAdder> counts;
    private final DoubleAdder sum = new DoubleAdder();

    /** @param bounds in ascending order */
    public Buckets(List<Double> bounds) {
        this.bounds = List.copyOf(bounds);
        this.counts = Stream.generate(LongAdder::new).limit(bounds.size() + 1L).toList();
    }

    public void add(double size) {
        int bucket = 0;
        while (bucket < bounds.size() && size > bounds.get(bucket)) {
            bucket++;
        }
        counts.get(bucket).increment();
        sum.add(size);
    }

    public Spread spread() {
        List<Long> seen = new ArrayList<>();
        counts.forEach(count -> seen.add(count.sum()));
        return new Spread(bounds, seen, sum.sum());
    }
}
