package dev.cairn.application.model;

import dev.cairn.application.port.SecretBox;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.model.SecretPlace;
import org.jspecify.annotations.Nullable;

/** Seals and opens the secrets of providers for their place in the database. */
public record ProviderSecrets(SecretBox box) {
    private static final String TABLE = "providers";
    private static final String COLUMN = "secret";

    /**
     * Opens a provider's stored secret; null when it has none.
     *
     * @throws Conflict {@code secret_unreadable}, naming provider and key (L14)
     */
    public @Nullable ProviderKey open(ModelProvider provider) {
        SealedSecret secret = provider.secret();
        if (secret == null) {
            return null;
        }
        try {
            return box.open(secret, place(provider.id()));
        } catch (Conflict conflict) {
            throw new Conflict(
                    conflict.code(),
                    "The secret of the provider %s (%s) cannot be opened: %s"
                            .formatted(provider.name(), provider.id(), conflict.reason()),
                    conflict.details());
        }
    }

    static SecretPlace place(Id<ModelProvider> provider) {
        return new SecretPlace(TABLE, COLUMN, provider);
    }
}
