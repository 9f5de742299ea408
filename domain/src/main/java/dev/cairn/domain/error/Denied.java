package dev.cairn.domain.error;

import java.util.Map;

/** Says that the caller may see the thing and may not do this to it (R6). */
public final class Denied extends DomainError {
    private static final long serialVersionUID = 1L;

    public Denied(WireCode code, String message) {
        this(code, message, Map.of());
    }

    public Denied(WireCode code, String message, Map<String, Object> details) {
        super(code, message, details);
    }
}
