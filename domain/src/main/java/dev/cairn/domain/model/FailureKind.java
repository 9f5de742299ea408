package dev.cairn.domain.model;

/** The reason why a model's answer failed (L1). */
public enum FailureKind {
    /** The connection failed, or broke before the answer began. */
    UNREACHABLE(true),
    /** The address is one to which Cairn sends nothing (T6). */
    REFUSED_ADDRESS(false),
    /** The provider answered with a redirect, which Cairn does not follow, because the request carries a key (L7). */
    REDIRECT(false),
    /** The provider rejected the key, or there is none. */
    UNAUTHORIZED(false),
    /** The provider refused the request because of too many; the failure has the time to wait if the provider gave one. */
    RATE_LIMITED(true),
    /** The provider is overloaded. */
    OVERLOADED(true),
    /** The provider rejected the request as invalid. */
    INVALID_REQUEST(false),
    /** The provider reported an error of its own. */
    PROVIDER_ERROR(true),
    /** The stream ended without its last event (L2). */
    TRUNCATED(true),
    /** The stream contained data that is no event. */
    GARBAGE(true),
    /** The answer was no event stream (L2). */
    NOT_A_STREAM(true),
    /** The stream was idle for too long (L3). */
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

    /** Whether a retry may succeed. A retry is allowed only while no text of the answer was kept (L6). */
    public boolean passing() {
        return passing;
    }
}
