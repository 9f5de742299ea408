package dev.cairn.domain.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says that the storage cannot serve the request now; nothing is wrong with the request. */
public final class Unavailable extends DomainError {
    private static final long serialVersionUID = 1L;

    public Unavailable(WireCode code, String message, @Nullable Throwable cause) {
        super(code, message, Map.of());
        initCause(cause);
    }
}
