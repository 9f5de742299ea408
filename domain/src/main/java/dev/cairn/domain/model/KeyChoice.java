package dev.cairn.domain.model;

import dev.cairn.domain.kernel.Secret;

/** What becomes of a provider's key: another one, or the one that is there, which nobody is shown. */
public sealed interface KeyChoice extends Secret permits KeyChoice.Kept, ProviderKey {
    /** Leaves the key as it is. */
    record Kept() implements KeyChoice {}
}
