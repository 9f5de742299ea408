package dev.cairn.application.user;

/** Tells who holds a token. */
public interface Authentication {
    /** Never throws (R16). */
    TokenHolder byToken(String token);
}
