package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;

/** How a caller showed who they are. */
public sealed interface Credential {
    /** Not at all. */
    record None() implements Credential {}

    /** They are in the same process, or hold the local token: whoever has the data needs no key to it. */
    record Local() implements Credential {}

    /** Nobody asked: Cairn does it by itself, in the background. */
    record Itself() implements Credential {}

    /** By a login. */
    record OfSession(Id<Session> id) implements Credential {}

    /** By a key for programs. */
    record OfToken(Id<ApiToken> id) implements Credential {}
}
