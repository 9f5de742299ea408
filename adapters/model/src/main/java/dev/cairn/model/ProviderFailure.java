package dev.cairn.model;

import dev.cairn.application.model.Failure;
import dev.cairn.domain.model.FailureKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends an answer that cannot be had. It has no cause and no trace: what lies below may hold the key in its texts (L9). */
final class ProviderFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    ProviderFailure(FailureKind kind, String detail) {
        this(kind, null, detail);
    }

    ProviderFailure(FailureKind kind, @Nullable Duration retryAfter, String detail) {
        super(detail, null, false, false);
        this.failure = new Failure(kind, retryAfter, detail);
    }

    Failure failure() {
        return failure;
    }
}
