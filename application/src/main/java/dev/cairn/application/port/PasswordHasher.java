package dev.cairn.application.port;

import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.PasswordHash;

/** Hashes passwords slowly and with much memory (R14). It takes tens of milliseconds, so call it outside of transactions. */
public interface PasswordHasher {
    /** @throws dev.cairn.domain.error.Unavailable {@code busy} when too many are waiting */
    PasswordHash hash(Password password);

    /** Compares a password with a hash. It costs one hash, whether they match or not, and throws as {@link #hash}. */
    boolean matches(Password password, PasswordHash hash);

    /** Answers a hash that no password matches; comparing with it costs as much as with any other. */
    PasswordHash decoy();
}
