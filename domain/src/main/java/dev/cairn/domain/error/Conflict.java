package dev.cairn.domain.error;

import java.util.Map;

/** The request is well-formed, but the current state does not allow it; the code names the rule. */
public final class Conflict extends DomainError {
    private static final long serialVersionUID = 1L;

    public Conflict(WireCode code, String message) {
        this(code, message, Map.of());
    }

    public Conflict(WireCode code, String message, Map<String, Object> details) {
        super(code, message, details);
    }
}
