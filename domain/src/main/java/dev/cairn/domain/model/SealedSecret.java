package dev.cairn.domain.model;

import dev.cairn.domain.kernel.Secret;

/** A secret as it is stored: encrypted, with the name of its key (R45, L13). Whether it can be opened shows only when it is. */
public record SealedSecret(String text) implements Secret {
    /** The longest stored form of a key of {@link ProviderKey#LENGTH_MAX} characters is shorter. */
    public static final int LENGTH_MAX = 12_000;

    /** Does not show even the encrypted form (R11). */
    @Override
    public String toString() {
        return "SealedSecret[hidden]";
    }
}
