package dev.cairn.crypto;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The source of the master key.
 *
 * @param given keys that the environment or a program brings, {@code <keyId> <64 hex>}, several by comma, the last one
 *     current, or one as 64 hex alone; null for none
 * @param file where keys are kept, and made when there are none; null for nowhere
 */
public record KeySource(@Nullable String given, @Nullable Path file) {
    /** Says nothing of the keys (R11). */
    @Override
    public String toString() {
        return "KeySource[" + (given == null ? String.valueOf(file) : "given") + "]";
    }
}
