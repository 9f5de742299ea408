package dev.cairn.application.model;

import dev.cairn.domain.model.FailureKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The failure of an answer.
 *
 * @param retryAfter the provider's time to wait before the next request, at most 10 minutes; null when it gave none (L6)
 * @param detail a sentence for people, without the key and without what the provider wrote beyond a short part of its message
 */
public record Failure(FailureKind kind, @Nullable Duration retryAfter, String detail) {
    public static final Duration RETRY_AFTER_MAX = Duration.ofMinutes(10);
    public static final int DETAIL_MAX = 500;

    public Failure {
        if (retryAfter != null && retryAfter.compareTo(RETRY_AFTER_MAX) > 0) {
            retryAfter = RETRY_AFTER_MAX;
        }
    }

    public static Failure of(FailureKind kind, String detail) {
        return new Failure(kind, null, detail);
    }
}
