package dev.cairn.domain.agent;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.ProviderContent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How a model is asked.
 *
 * @param model null for the provider's default
 * @param temperature 0 to {@value #TEMPERATURE_MAX}; null for what the provider takes
 * @param maxTokens the longest answer; null for what the provider allows
 * @param topP 0 to 1; null for what the provider takes
 */
@RecordBuilder
public record ModelConfig(
        @Nullable String model,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable Double topP) implements ModelConfigBuilder.With {
    public static final double TEMPERATURE_MAX = 2;
    public static final int MAX_TOKENS_MAX = 1_000_000;
    public static final ModelConfig DEFAULT = new ModelConfig(null, null, null, null);

    public ModelConfig {
        model = Text.optional("model", model, ProviderContent.MODEL_MAX);
        checkRange("temperature", temperature, TEMPERATURE_MAX);
        checkRange("topP", topP, 1);
        maxTokens = Limits.optionalRange("maxTokens", maxTokens, 1, MAX_TOKENS_MAX);
    }

    private static void checkRange(String field, @Nullable Double value, double max) {
        if (value != null && !(value >= 0 && value <= max)) {
            throw Invalid.of(ErrorCode.RANGE, field, "%s must be 0 to %s, it is %s".formatted(field, max, value));
        }
    }
}
