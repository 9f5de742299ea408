package dev.cairn.domain.error;

import java.util.Map;

/** The thing does not exist, or the caller may not see it (R6); the two cannot be told apart. */
public final class NotFound extends DomainError {
    private static final long serialVersionUID = 1L;

    private NotFound(String message, Map<String, Object> details) {
        super(ErrorCode.NOT_FOUND, message, details);
    }

    public static NotFound of(String kind, Object reference) {
        return new NotFound("There is no %s %s".formatted(kind, reference), Map.of("kind", kind));
    }
}
