package dev.cairn.domain.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One field of a partial update (R10): absent keeps the value, present replaces it, and null clears where null is
 * allowed.
 */
public sealed interface Change<T extends @Nullable Object> {

    /** The field was absent. */
    record Keep<T extends @Nullable Object>() implements Change<T> {}

    /** The field was given. */
    record To<T extends @Nullable Object>(T value) implements Change<T> {}

    static <T extends @Nullable Object> Change<T> keep() {
        return new Keep<>();
    }

    static <T extends @Nullable Object> Change<T> to(T value) {
        return new To<>(value);
    }

    /** The value after the update. */
    default T over(T current) {
        return switch (this) {
            case Keep<T> _ -> current;
            case To<T>(T value) -> value;
        };
    }
}
