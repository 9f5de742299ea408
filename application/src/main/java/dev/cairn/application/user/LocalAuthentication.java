package dev.cairn.application.user;

import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.TokenHash;
import java.util.Optional;

/** Knows the one token of this machine's user, for whom the built-in owner stands (R6); it asks no database. */
public final class LocalAuthentication implements Authentication {
    private final TokenHash localToken;
    private final LocalOwner owner;

    public LocalAuthentication(TokenHash localToken, LocalOwner owner) {
        this.localToken = localToken;
        this.owner = owner;
    }

    @Override
    public Optional<Caller> byToken(String token) {
        return localToken.equals(TokenHash.of(token)) ? Optional.of(owner.caller()) : Optional.empty();
    }
}
