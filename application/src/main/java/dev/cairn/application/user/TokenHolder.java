package dev.cairn.application.user;

import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.user.Caller;
import java.util.Optional;

/** Who holds a token, as far as it can be told now. */
public sealed interface TokenHolder {
    record Known(Caller who) implements TokenHolder {}

    /** The token is unknown, expired or revoked, or its user is deactivated. */
    record Nobody() implements TokenHolder {}

    /** The database did not say; the token may be a good one. */
    record Untold(Unavailable why) implements TokenHolder {}

    /** The caller, if it is known. */
    default Optional<Caller> caller() {
        return this instanceof Known(Caller who) ? Optional.of(who) : Optional.empty();
    }
}
