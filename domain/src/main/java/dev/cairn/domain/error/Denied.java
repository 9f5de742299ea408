package dev.cairn.domain.error;

import java.util.Map;

/** The caller may see the thing, but not do this to it (R6). */
public final class Denied extends DomainError {
    private static final long serialVersionUID = 1L;

    public Denied(WireCode code, String message) {
        this(code, message, Map.of());
    }

    public Denied(WireCode code, String message, Map<String, Object> details) {
        super(code, message, details);
    }
}
