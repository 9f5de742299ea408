package dev.cairn.domain.agent;

import org.jspecify.annotations.Nullable;

/**
 * How many tokens a run took, over all its rounds (T5).
 *
 * @param estimated whether its provider did not count them, so that Cairn did, by the length of the texts
 */
public record RunUsage(long inputTokens, long outputTokens, boolean estimated) {
    public static final RunUsage NONE = new RunUsage(0, 0, false);

    private static final int CHARACTERS_PER_TOKEN = 4;

    /** What texts of this length take, about. */
    public static RunUsage estimate(long inputCharacters, long outputCharacters) {
        return new RunUsage(tokens(inputCharacters), tokens(outputCharacters), true);
    }

    public static RunUsage sum(@Nullable RunUsage one, RunUsage other) {
        return one == null
                ? other
                : new RunUsage(
                        one.inputTokens + other.inputTokens,
                        one.outputTokens + other.outputTokens,
                        one.estimated || other.estimated);
    }

    private static long tokens(long characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}
