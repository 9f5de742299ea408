package dev.cairn.model;

import dev.cairn.application.model.Failure;
import dev.cairn.domain.model.FailureKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failure that ends an answer. It has no cause and no trace, since their texts may hold the key (L9). */
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
