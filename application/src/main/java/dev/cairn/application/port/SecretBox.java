package dev.cairn.application.port;

import dev.cairn.domain.model.ProviderKey;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.model.SecretPlace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Seals secrets for the store, and opens them (R45). What cannot be opened, for whatever reason, is a {@code Conflict}
 * {@code secret_unreadable} that names the key it was sealed with and nothing of the secret (L14).
 */
public interface SecretBox {
    /**
     * Seals with the current key; the first time, it makes one.
     *
     * @throws dev.cairn.domain.error.Conflict {@code master_key_unusable} when the key's file may be read by others, or cannot
     *     be read or written
     */
    SealedSecret seal(ProviderKey secret, SecretPlace place);

    /** @throws dev.cairn.domain.error.Conflict {@code secret_unreadable} */
    ProviderKey open(SealedSecret secret, SecretPlace place);

    /** Answers the name of the key that sealed a secret, as the secret states it, whether or not the key exists. */
    Optional<String> keyOf(SealedSecret secret);

    /** Whether a key of this name exists. */
    boolean hasKey(String keyId);

    /**
     * Begins a rotation: adds a key, with which everything is sealed from now on, and answers its name. Where the environment
     * brings the keys it adds none.
     *
     * @throws dev.cairn.domain.error.Conflict {@code master_key_unusable}
     */
    String addKey();

    /**
     * Ends a rotation: forgets the keys that are older than its own but for those named, and answers which it forgot. Newer ones
     * are another rotation's.
     */
    List<String> dropKeysBefore(String keyId, Collection<String> named);
}
