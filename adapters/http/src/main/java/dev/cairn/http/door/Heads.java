package dev.cairn.http.door;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.wire.Authenticated;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads what routes ask for from the head of a request: who sent it, and which version it expects. */
@Factory
final class Heads {
    private static final int ETAG_DIGITS_MAX = 18;

    /**
     * Answers who sent the request. Only a route whose argument may be null answers somebody who is not known; anywhere else
     * that is a bug.
     */
    @Singleton
    FromRequest<Caller> caller() {
        return new FromRequest<>(Argument.of(Caller.class), (argument, request) -> {
            Authenticated who = authenticated(argument, request);
            return who == null ? null : who.caller();
        });
    }

    @Singleton
    FromRequest<Authenticated> authenticated() {
        return new FromRequest<>(Argument.of(Authenticated.class), Heads::authenticated);
    }

    /** Reads the version in {@code If-Match}, of a held root or not; any version when it is absent or {@code *}. */
    @Singleton
    FromRequest<Expected> expected() {
        return new FromRequest<>(Argument.of(Expected.class), (_, request) -> expected(request));
    }

    private static @Nullable Authenticated authenticated(Argument<?> argument, HttpRequest<?> request) {
        Authenticated who = Authenticated.of(request).orElse(null);
        if (who == null && !argument.isNullable()) {
            throw new IllegalStateException("No authenticated request is being answered here");
        }
        return who;
    }

    private static Expected expected(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.IF_MATCH);
        if (header == null || header.strip().equals("*")) {
            return Expected.ANY;
        }
        String tag = header.strip();
        String inner = tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")
                ? tag.substring(1, tag.length() - 1)
                : "";
        String digits = inner.endsWith(Answer.HELD) ? inner.substring(0, inner.length() - Answer.HELD.length()) : inner;
        if (digits.isEmpty()
                || digits.length() > ETAG_DIGITS_MAX
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Invalid.of(ErrorCode.FORMAT, "If-Match", "If-Match must be one ETag like \"3\", or *");
        }
        return new Expected(Long.valueOf(digits));
    }
}
