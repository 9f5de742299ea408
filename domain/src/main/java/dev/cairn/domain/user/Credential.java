package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;

/** The proof of identity that a caller gave. */
public sealed interface Credential {
    /** No credential: an anonymous caller. */
    record None() implements Credential {}

    /** The local owner: a caller in the same process, or with the local token, which has access to the data anyway. */
    record Local() implements Credential {}

    /** Cairn itself, working in the background. */
    record Itself() implements Credential {}

    /** A login session. */
    record OfSession(Id<Session> id) implements Credential {}

    /** An API token of a program. */
    record OfToken(Id<ApiToken> id) implements Credential {}
}
