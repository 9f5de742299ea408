package dev.cairn.domain.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The storage cannot serve the request now, although the request is valid. */
public final class Unavailable extends DomainError {
    private static final long serialVersionUID = 1L;

    public Unavailable(WireCode code, String message, @Nullable Throwable cause) {
        super(code, message, Map.of());
        initCause(cause);
    }
}
