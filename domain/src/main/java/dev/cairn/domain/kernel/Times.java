package dev.cairn.domain.kernel;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** R2: time is whole milliseconds UTC, from a {@link Clock}. */
public final class Times {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    /**
     * The latest time of a past event: each change raises {@code updatedAt} by at least a millisecond, for which a day
     * is left.
     */
    private static final Instant LATEST_PAST = LATEST.minus(Duration.ofDays(1));

    private Times() {}

    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Truncates a moment from outside to milliseconds, and checks that it lies in the years 1970 to 9999. */
    public static @Nullable Instant checked(String field, @Nullable Instant value) {
        if (value == null) {
            return null;
        }
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            throw Invalid.of(ErrorCode.RANGE, field, field + " must lie between the years 1970 and 9999");
        }
        return value.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Checks a moment of the past from outside as {@link #checked} does, and leaves room for the changes that follow it. */
    public static @Nullable Instant past(String field, @Nullable Instant value) {
        if (value != null && value.isAfter(LATEST_PAST)) {
            throw Invalid.of(
                    ErrorCode.RANGE, field, field + " must lie between the years 1970 and 9999, before its last day");
        }
        return checked(field, value);
    }

    /** Answers the next {@code updatedAt}, which grows even when the clock does not. */
    public static Instant after(Instant previous, Instant now) {
        Instant least = previous.plusMillis(1);
        return now.isAfter(least) ? now : least;
    }
}
