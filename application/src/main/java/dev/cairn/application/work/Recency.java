package dev.cairn.application.work;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How recent what somebody reads has to be (G8): a replica, which lags behind, may answer when it has the log up to the number that they name. What
 * they write tells them the number to name next. One for each request, kept for the threads that serve it.
 */
public final class Recency {
    private static final ThreadLocal<@Nullable Recency> CURRENT = new ThreadLocal<>();

    private volatile @Nullable Long needed;
    private volatile @Nullable Long written;

    private Recency(@Nullable Long needed) {
        this.needed = needed;
    }

    /** For whoever needs to find everything. */
    public static Recency ofAll() {
        return new Recency(null);
    }

    /** @param number of the last entry of the log that has to be found */
    public static Recency upTo(long number) {
        return new Recency(number);
    }

    /** What this thread works for; null where nothing was said, so that everything is to be found. */
    public static @Nullable Recency current() {
        return CURRENT.get();
    }

    /** Says what this thread works for from now on; answers what it did until now. */
    public static @Nullable Recency enter(@Nullable Recency next) {
        Recency before = CURRENT.get();
        if (next == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(next);
        }
        return before;
    }

    /** Answers the number up to which the log has to be found; empty when everything has to. */
    public OptionalLong needed() {
        Long number = needed;
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** From now on everything has to be found: a replica has failed. */
    public void insist() {
        needed = null;
    }

    /** Notes that an entry with this number is stored. */
    public void wrote(long number) {
        written = number;
    }

    /** Answers the greatest number that was written; empty when nothing was. */
    public OptionalLong written() {
        Long number = written;
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
