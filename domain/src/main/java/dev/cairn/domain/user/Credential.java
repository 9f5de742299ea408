package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;

/** How a caller showed who they are. */
public sealed interface Credential {
    /** The caller showed nothing. */
    record None() implements Credential {}

    /** The caller is in the same process, or holds the local token: whoever has the data needs no key to it. */
    record Local() implements Credential {}

    /** Cairn acts by itself, in the background; nobody asked. */
    record Itself() implements Credential {}

    /** The caller logged in. */
    record OfSession(Id<Session> id) implements Credential {}

    /** The caller holds a key for programs. */
    record OfToken(Id<ApiToken> id) implements Credential {}
}
