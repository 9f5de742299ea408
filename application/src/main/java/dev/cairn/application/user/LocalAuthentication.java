package dev.cairn.application.user;

import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import java.util.Optional;

/** Recognises the local token of this machine, whose holder is the built-in owner (R6). */
public final class LocalAuthentication {
    private final TokenHash localToken;
    private final LocalOwner owner;

    public LocalAuthentication(TokenHash localToken, LocalOwner owner) {
        this.localToken = localToken;
        this.owner = owner;
    }

    /** Whether the token is the local one; reads no database. */
    public boolean recognises(String token) {
        return localToken.equals(TokenHash.of(token));
    }

    /** Answers {@link #owner} if that needs no lookup and there is one. */
    public Optional<Caller> knownOwner() {
        return owner.seen().filter(User::active).map(Caller::of);
    }

    /** Answers the caller for the local token; empty while the owner is deactivated. */
    public Optional<Caller> owner() {
        return owner.caller();
    }
}
