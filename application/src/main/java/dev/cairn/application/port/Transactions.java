package dev.cairn.application.port;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Real transactions. Nested calls join the outer one; any failure rolls everything back, also when an outer caller
 * catches it. Opened by use cases only.
 */
public interface Transactions {
    /** Runs the work in a transaction that may write; on SQLite it is the only one at that time. */
    <T extends @Nullable Object> T write(Supplier<T> work);

    /** Runs the work on one consistent snapshot; a write inside it is a bug. */
    <T extends @Nullable Object> T read(Supplier<T> work);
}
