package dev.cairn.domain.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A provider as its owner edits it.
 *
 * @param secret its key; null for none, or for one in the environment
 */
@RecordBuilder
public record ProviderDraft(
        ProviderContent content, @Nullable KeyChoice secret) implements ProviderDraftBuilder.With {
    /** Answers a provider as it is before an edit. */
    public static ProviderDraft of(ModelProvider provider) {
        return new ProviderDraft(provider.content(), provider.secret() == null ? null : new KeyChoice.Kept());
    }
}
