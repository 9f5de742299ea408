package dev.cairn.domain.kernel;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounds on numbers and collections, checked in constructors. */
public final class Limits {
    /** The most items of a bulk call (R12). */
    public static final int BULK_MAX = 1_000;

    /** The most rows that one call writes, over all its items, because it keeps other writers waiting. */
    public static final int ROWS_MAX = 10_000;

    private Limits() {}

    public static int range(String field, int value, int min, int max) {
        range(field, (long) value, min, max);
        return value;
    }

    public static long range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw Invalid.of(ErrorCode.RANGE, field, "%s must be %d to %d, it is %d".formatted(field, min, max, value));
        }
        return value;
    }

    public static @Nullable Integer optionalRange(String field, @Nullable Integer value, int min, int max) {
        return value == null ? null : range(field, value.intValue(), min, max);
    }

    public static @Nullable Double optionalRange(String field, @Nullable Double value, double min, double max) {
        if (value != null && !(value >= min && value <= max)) {
            throw Invalid.of(ErrorCode.RANGE, field, "%s must be %s to %s, it is %s".formatted(field, min, max, value));
        }
        return value;
    }

    public static <T> List<T> count(String field, List<T> values, int max) {
        if (values.size() > max) {
            throw Invalid.of(
                    ErrorCode.TOO_MANY,
                    field,
                    "%s takes at most %d entries, it has %d".formatted(field, max, values.size()));
        }
        return List.copyOf(values);
    }

    /** Checks the number of rows that one call would write: its items and their parts. */
    public static void rows(String field, long rows) {
        if (rows > ROWS_MAX) {
            throw Invalid.of(
                    ErrorCode.TOO_MANY,
                    field,
                    "One request writes at most %d tickets, tasks or queue items together, this one would write %d: send several"
                            .formatted(ROWS_MAX, rows));
        }
    }

    /** Checks a bulk list: it has 1 to {@value #BULK_MAX} items (R12). */
    public static <T> List<T> bulk(String field, List<T> values) {
        if (values.isEmpty()) {
            throw Invalid.of(ErrorCode.REQUIRED, field, field + " must not be empty");
        }
        return count(field, values, BULK_MAX);
    }
}
