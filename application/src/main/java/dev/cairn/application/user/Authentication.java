package dev.cairn.application.user;

/** Finds the holder of a token. */
public interface Authentication {
    /** Answers who holds the token, and never throws (R16). */
    TokenHolder byToken(String token);
}
