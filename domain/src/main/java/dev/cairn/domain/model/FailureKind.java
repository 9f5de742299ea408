package dev.cairn.domain.model;

/** Why an answer of a model failed (L1). */
public enum FailureKind {
    /** No connection came about, or it broke before the answer began. */
    UNREACHABLE(true),
    /** The address is one to which Cairn sends nothing (T6). */
    REFUSED_ADDRESS(false),
    /** The provider pointed elsewhere; Cairn follows nobody with a key in its hand (L7). */
    REDIRECT(false),
    /** The provider does not accept the key, or there is none. */
    UNAUTHORIZED(false),
    /** Too many requests; the failure says when to come again, if the provider did. */
    RATE_LIMITED(true),
    /** The provider has too much to do. */
    OVERLOADED(true),
    /** The provider does not accept what was asked. */
    INVALID_REQUEST(false),
    /** Something went wrong at the provider. */
    PROVIDER_ERROR(true),
    /** The stream ended without its last event (L2). */
    TRUNCATED(true),
    /** The stream held what is no event. */
    GARBAGE(true),
    /** The answer was no stream of events at all (L2). */
    NOT_A_STREAM(true),
    /** Nothing came for too long (L3). */
    IDLE(true),
    /** The whole answer took too long (L3). */
    TOO_LONG(false),
    /** A line, an error or the whole answer was larger than Cairn reads (L4). */
    TOO_LARGE(false),
    /** The stored secret cannot be opened (L14). */
    SECRET_UNREADABLE(false);

    private final boolean passing;

    FailureKind(boolean passing) {
        this.passing = passing;
    }

    /** Whether it may go well another time. Who asks again does so only while no text has been kept (L6). */
    public boolean passing() {
        return passing;
    }
}
