package dev.cairn.application.port;

import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.PasswordHash;

/** A slow, memory-hard hash (R14). Takes tens of milliseconds: never called inside a transaction. */
public interface PasswordHasher {
    /** @throws dev.cairn.domain.error.Unavailable {@code busy} when too many are waiting */
    PasswordHash hash(Password password);

    /** Costs one hash, whether it matches or not; throws as {@link #hash}. */
    boolean matches(Password password, PasswordHash hash);

    /** The hash of no password, which costs as much to compare with as any other. */
    PasswordHash decoy();
}
