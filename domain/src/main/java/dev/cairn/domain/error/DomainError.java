package dev.cairn.domain.error;

import java.util.Map;

/** The root of all errors that a caller can cause or has to handle; each door maps it to its own kind of response. */
public abstract sealed class DomainError extends RuntimeException
        permits NotFound, Invalid, Conflict, Denied, Unavailable {
    private static final long serialVersionUID = 1L;

    private final WireCode code;
    private final transient Map<String, Object> details;

    protected DomainError(WireCode code, String message, Map<String, Object> details) {
        super(message);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public final WireCode code() {
        return code;
    }

    /** Returns facts that a program can act on, by wire name: strings, numbers, booleans and lists of them. */
    public final Map<String, Object> details() {
        return details;
    }

    public final String reason() {
        return String.valueOf(getMessage());
    }
}
