package dev.cairn.application.user;

/** Finds the holder of a token. */
public interface Authentication {
    /** Answers the holder of the token; never throws (R16). */
    TokenHolder byToken(String token);
}
