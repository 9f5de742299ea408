package dev.cairn.domain.model;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;

/**
 * The price of a model, in the owner's currency (T5).
 *
 * @param input for a million tokens that it reads
 * @param output the price of a million output tokens
 */
public record Price(double input, double output) {
    public static final double MAX = 100_000;

    public Price {
        check("input", input);
        check("output", output);
    }

    private static void check(String field, double value) {
        if (!(value >= 0 && value <= MAX)) {
            throw Invalid.of(ErrorCode.RANGE, field, "%s must be 0 to %.0f for a million tokens".formatted(field, MAX));
        }
    }

    /** Returns the cost of these tokens in millionths of the owner's currency. */
    public long micros(long inputTokens, long outputTokens) {
        return Math.round(inputTokens * input + outputTokens * output);
    }
}
