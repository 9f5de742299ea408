package dev.cairn.application.port;

import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Real transactions. Nested calls join the outer one; any failure rolls everything back, also when an outer caller
 * catches it. Opened by use cases only.
 */
public interface Transactions {
    /**
     * Runs the work in a transaction that may write; on SQLite it is the only one at that time. It may run on another
     * thread, and it may run again after it was rolled back: it changes nothing but the stores.
     *
     * @throws dev.cairn.domain.error.Unavailable {@code busy}, {@code disk_full}, {@code read_only}: nothing was stored;
     *     {@code outcome_unknown}: the commit failed in a way that leaves it open
     */
    <T extends @Nullable Object> T write(Supplier<T> work);

    /**
     * Runs one slice of a long write as {@link #write} does; other writers go first. A slice takes at most some 10 ms.
     */
    <T extends @Nullable Object> T bulk(Supplier<T> work);

    /** Runs the work on one consistent snapshot; a write inside it is a bug. */
    <T extends @Nullable Object> T read(Supplier<T> work);

    /**
     * Answers a number that changes whenever anything stored may have changed: what was read after asking for it may be kept
     * while it stays. Empty where other processes write too.
     */
    OptionalLong stamp();
}
