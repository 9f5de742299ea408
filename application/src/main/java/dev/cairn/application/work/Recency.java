package dev.cairn.application.work;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The recency that a request needs for its reads (G8): a replica, which lags behind, may answer once it has the log up
 * to the number that the client sent. After a write, the client gets the number to send next. There is one for each
 * request, shared by the threads that serve it.
 */
public final class Recency {
    private static final ThreadLocal<@Nullable Recency> CURRENT = new ThreadLocal<>();

    private volatile @Nullable Long needed;
    private volatile @Nullable Long written;

    private Recency(@Nullable Long needed) {
        this.needed = needed;
    }

    /** Makes the recency of a reader that needs all entries. */
    public static Recency ofAll() {
        return new Recency(null);
    }

    /** @param number of the last entry of the log that has to be found */
    public static Recency upTo(long number) {
        return new Recency(number);
    }

    /** Returns the recency of this thread's request; null when none was set, so that all entries are needed. */
    public static @Nullable Recency current() {
        return CURRENT.get();
    }

    /** Sets the recency of this thread's request; returns the one before. */
    public static @Nullable Recency enter(@Nullable Recency next) {
        Recency before = CURRENT.get();
        if (next == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(next);
        }
        return before;
    }

    /** Returns the number up to which a replica needs the log; empty when it needs all entries. */
    public OptionalLong needed() {
        Long number = needed;
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Requires all entries from now on, because a replica has failed. */
    public void insist() {
        needed = null;
    }

    /** Sets the number of a stored entry. */
    public void wrote(long number) {
        written = number;
    }

    /** Returns the number of the last stored entry; empty when none was. */
    public OptionalLong written() {
        Long number = written;
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
