package dev.cairn.domain.activity;

import dev.cairn.domain.kernel.Limits;
import org.jspecify.annotations.Nullable;

/**
 * How long the log keeps its entries.
 *
 * @param days 1 to {@value #DAYS_MAX}, or null for ever
 */
public record Retention(@Nullable Integer days) {
    public static final int DAYS_MAX = 36_500;
    public static final Retention FOR_EVER = new Retention(null);

    public Retention {
        days = Limits.optionalRange("days", days, 1, DAYS_MAX);
    }
}
