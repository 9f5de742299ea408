package dev.cairn.application.user;

import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.user.Caller;
import java.util.Optional;

/** The result of looking up a token's holder. */
public sealed interface TokenHolder {
    record Known(Caller who) implements TokenHolder {}

    /** The token is unknown, expired or revoked, or its user is deactivated. */
    record Nobody() implements TokenHolder {}

    /** The database did not answer; the token may be valid. */
    record Untold(Unavailable why) implements TokenHolder {}

    /** Returns the caller if it is known. */
    default Optional<Caller> caller() {
        return this instanceof Known(Caller who) ? Optional.of(who) : Optional.empty();
    }
}
