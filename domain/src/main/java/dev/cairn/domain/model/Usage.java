package dev.cairn.domain.model;

import dev.cairn.domain.kernel.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of an answer as the provider counted them; never an estimate (L11).
 *
 * @param cachedTokens how many of the input came out of the provider's cache; null when it does not say
 * @param reasoningTokens how many of the output were thought and not said; null when it does not say
 */
public record Usage(
        long inputTokens,
        long outputTokens,
        @Nullable Long cachedTokens,
        @Nullable Long reasoningTokens) {
    /** The highest count that is accepted from a provider; a higher one is an error of the provider. */
    public static final long TOKENS_MAX = 1_000_000_000;

    public Usage {
        Limits.range("inputTokens", inputTokens, 0, TOKENS_MAX);
        Limits.range("outputTokens", outputTokens, 0, TOKENS_MAX);
        if (cachedTokens != null) {
            Limits.range("cachedTokens", cachedTokens, 0, TOKENS_MAX);
        }
        if (reasoningTokens != null) {
            Limits.range("reasoningTokens", reasoningTokens, 0, TOKENS_MAX);
        }
    }
}
