package dev.cairn.application.user;

import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import java.util.Optional;

/** Knows the one token of this machine's user, for whom the built-in owner stands (R6). */
public final class LocalAuthentication {
    private final TokenHash localToken;
    private final LocalOwner owner;

    public LocalAuthentication(TokenHash localToken, LocalOwner owner) {
        this.localToken = localToken;
        this.owner = owner;
    }

    /** Whether it is the local token; asks no database. */
    public boolean recognises(String token) {
        return localToken.equals(TokenHash.of(token));
    }

    /** Answers {@link #owner}, where that takes no lookup and there is one. */
    public Optional<Caller> knownOwner() {
        return owner.seen().filter(User::active).map(Caller::of);
    }

    /** Answers for whom the token stands now; empty while the owner is deactivated. */
    public Optional<Caller> owner() {
        return owner.caller();
    }
}
