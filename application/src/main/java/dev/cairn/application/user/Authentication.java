package dev.cairn.application.user;

import dev.cairn.domain.user.Caller;
import java.util.Optional;

/** Tells who holds a token. */
public interface Authentication {
    /** The caller, or nobody when the token is unknown, expired or revoked, or its user is deactivated. Never throws. */
    Optional<Caller> byToken(String token);
}
