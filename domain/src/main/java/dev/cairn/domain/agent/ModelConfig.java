package dev.cairn.domain.agent;

import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.model.Price;
import dev.cairn.domain.model.ProviderContent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an agent's questions to its model.
 *
 * @param model null for the provider's default
 * @param temperature 0 to {@value #TEMPERATURE_MAX}; null for the provider's default
 * @param maxTokens the most tokens of an answer; null for the provider's limit
 * @param topP 0 to 1; null for the provider's default
 * @param price the price of the model; null for the provider's price of its default model
 */
@RecordBuilder
public record ModelConfig(
        @Nullable String model,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable Double topP,
        @Nullable Price price)
        implements ModelConfigBuilder.With {
    public static final double TEMPERATURE_MAX = 2;
    public static final int MAX_TOKENS_MAX = 1_000_000;
    public static final ModelConfig DEFAULT = new ModelConfig(null, null, null, null, null);

    public ModelConfig {
        model = Text.optional("model", model, ProviderContent.MODEL_MAX);
        temperature = Limits.optionalRange("temperature", temperature, 0, TEMPERATURE_MAX);
        topP = Limits.optionalRange("topP", topP, 0, 1);
        maxTokens = Limits.optionalRange("maxTokens", maxTokens, 1, MAX_TOKENS_MAX);
    }

    /**
     * Returns the price of this provider's answers: the configured one, else that of the provider if its default model
     * is used; null if unknown.
     */
    public @Nullable Price priceAt(ProviderContent provider) {
        boolean isDefault = model == null || model.equals(provider.defaultModel());
        return price == null && isDefault ? provider.price() : price;
    }
}
