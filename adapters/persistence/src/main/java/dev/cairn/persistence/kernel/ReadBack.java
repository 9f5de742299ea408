package dev.cairn.persistence.kernel;

import dev.cairn.domain.error.Invalid;
import java.util.List;
import java.util.function.Function;

/**
 * Checks that rows can be read again: whatever could not is refused while it is written, by the same checks, and not for
 * ever after by every list that it is in.
 */
public final class ReadBack {
    private ReadBack() {}

    /** @throws Invalid as reading the row would */
    public static <T, R> R row(T value, Function<T, R> write, Function<R, ?> read) {
        R row = write.apply(value);
        var _ = read.apply(row);
        return row;
    }

    /** Checks each as {@link #row} does. */
    public static <T, R> List<R> rows(List<T> values, Function<T, R> write, Function<R, ?> read) {
        return values.stream().map(value -> row(value, write, read)).toList();
    }
}
