package dev.cairn.domain.agent;

import dev.cairn.domain.model.Price;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a run over all its rounds, with their cost (T5).
 *
 * @param estimated whether its provider did not count them, so that Cairn did, by the length of the texts
 * @param costMicros in millionths of the money in which the price is given; null without a price
 */
public record RunUsage(
        long inputTokens,
        long outputTokens,
        boolean estimated,
        @Nullable Long costMicros) {
    public static final RunUsage NONE = new RunUsage(0, 0, false, null);

    private static final int CHARACTERS_PER_TOKEN = 4;

    /** Estimates the usage from the lengths of texts, at four characters to a token, rounded up. */
    public static RunUsage estimate(long inputCharacters, long outputCharacters) {
        return new RunUsage(tokens(inputCharacters), tokens(outputCharacters), true, null);
    }

    /** Returns this usage with its cost at a price; unchanged when the price is null. */
    public RunUsage at(@Nullable Price price) {
        return price == null
                ? this
                : new RunUsage(inputTokens, outputTokens, estimated, price.micros(inputTokens, outputTokens));
    }

    public long tokens() {
        return inputTokens + outputTokens;
    }

    public static RunUsage sum(@Nullable RunUsage one, RunUsage other) {
        return one == null
                ? other
                : new RunUsage(
                        one.inputTokens + other.inputTokens,
                        one.outputTokens + other.outputTokens,
                        one.estimated || other.estimated,
                        sum(one.costMicros, other.costMicros));
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(one + other);
    }

    private static long tokens(long characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}
