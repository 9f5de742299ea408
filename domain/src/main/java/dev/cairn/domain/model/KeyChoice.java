package dev.cairn.domain.model;

import dev.cairn.domain.kernel.Secret;

/** An edit of a provider's key: a new key, or the stored one, which is never shown. */
public sealed interface KeyChoice extends Secret permits KeyChoice.Kept, ProviderKey {
    /** Keeps the stored key. */
    record Kept() implements KeyChoice {}
}
