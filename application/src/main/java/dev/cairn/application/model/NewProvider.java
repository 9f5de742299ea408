package dev.cairn.application.model;

import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderKey;
import org.jspecify.annotations.Nullable;

/**
 * The command to create a provider.
 *
 * @param secret its key; null for none, or for one in the environment
 * @param isDefault whether it becomes the owner's default; null for: if there is none yet
 */
public record NewProvider(
        ProviderContent content,
        @Nullable ProviderKey secret,
        @Nullable Boolean isDefault) {}
