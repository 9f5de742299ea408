package dev.cairn.application.user;

import dev.cairn.domain.user.Caller;
import java.util.Optional;

/** Who sends a token: there is one answer per kind of token, and whoever knows it answers (R16). */
@FunctionalInterface
public interface Authentication {
    /** The caller to whom the token was given; empty when it is unknown, expired or revoked. It never throws for a token. */
    Optional<Caller> byToken(String token);
}
