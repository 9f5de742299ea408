package dev.cairn.application.user;

import dev.cairn.domain.user.Caller;
import java.util.Optional;

/** Knows the one token of this machine's user, for whom the built-in owner stands (R6); it asks no database. */
public final class LocalAuthentication implements Authentication {
    private final TokenDigest localToken;
    private final LocalOwner owner;

    public LocalAuthentication(TokenDigest localToken, LocalOwner owner) {
        this.localToken = localToken;
        this.owner = owner;
    }

    @Override
    public Optional<Caller> byToken(String token) {
        return localToken.equals(TokenDigest.of(token)) ? Optional.of(owner.caller()) : Optional.empty();
    }
}
