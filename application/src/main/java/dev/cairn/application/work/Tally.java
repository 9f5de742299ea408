package dev.cairn.application.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts the changes that this process has stored since its start, by kind; a repeated transaction counts once. */
public final class Tally {
    private final Map<Enum<?>, LongAdder> counts = new ConcurrentHashMap<>();
    /** The kinds that the current transaction counts once it is stored. */
    private final ScopedValue<List<Enum<?>>> open = ScopedValue.newInstance();

    /** Returns the count of this kind. */
    public long of(Enum<?> kind) {
        LongAdder count = counts.get(kind);
        return count == null ? 0 : count.sum();
    }

    /** Counts a kind when the current transaction is stored. */
    void add(Enum<?> kind) {
        if (open.isBound()) {
            open.get().add(kind);
        }
    }

    /** Runs the work in a transaction, or within the outer one, with which it is then counted. */
    <T extends @Nullable Object> T counted(Function<Supplier<T>, T> transaction, Supplier<T> work) {
        if (open.isBound()) {
            return transaction.apply(work);
        }
        List<Enum<?>> kinds = new ArrayList<>();
        T result = transaction.apply(() -> {
            kinds.clear();
            return ScopedValue.where(open, kinds).call(work::get);
        });
        kinds.forEach(kind -> counts.computeIfAbsent(kind, _ -> new LongAdder()).increment());
        return result;
    }
}
