package dev.cairn.domain.error;

import java.util.Map;

/** Says that the request is well-formed and the state of things does not allow it; the code says which rule. */
public final class Conflict extends DomainError {
    private static final long serialVersionUID = 1L;

    public Conflict(WireCode code, String message) {
        this(code, message, Map.of());
    }

    public Conflict(WireCode code, String message, Map<String, Object> details) {
        super(code, message, details);
    }
}
