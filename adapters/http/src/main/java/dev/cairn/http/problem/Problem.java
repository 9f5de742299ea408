package dev.cairn.http.problem;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.error.Violation;
import dev.cairn.domain.error.WireCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as the API shows it (RFC 9457); {@code code} is stable. */
record Problem(
        int status, WireCode code, String title, String detail, Map<String, Object> details, List<Violation> errors) {

    static Problem of(HttpCode code, String detail) {
        return of(code.status(), code, code.title(), detail);
    }

    static Problem of(int status, WireCode code, String title, String detail) {
        return new Problem(status, code, title, detail, Map.of(), List.of());
    }

    /** @param conditional whether the request named a version by {@code If-Match} */
    static Problem of(DomainError error, boolean conditional) {
        return switch (error) {
            case NotFound e -> of(404, "Not found", e);
            case Denied e ->
                e.code() == ErrorCode.INVALID_CREDENTIALS || e.code() == HttpCode.TOKEN_INVALID
                        ? of(401, "Not authenticated", e)
                        : of(403, "Not allowed", e);
            case Conflict e -> of(conflict(e.code(), conditional), "Conflict", e);
            case Unavailable e ->
                e.code() == ErrorCode.TOO_MANY_STREAMS
                        ? of(503, "Too many streams", e)
                        : of(e.code() == ErrorCode.DISK_FULL ? 507 : 503, "Storage unavailable", e);
            case Invalid e -> new Problem(400, e.code(), "Invalid request", e.reason(), Map.of(), e.violations());
        };
    }

    /** Returns a hint at what to do, for codes that have one. */
    @Nullable
    String hint() {
        return code == ErrorCode.LEASE_LOST && "cancelled".equals(details.get("reason"))
                ? "The work was cancelled: stop."
                : Hints.of(code);
    }

    private static int conflict(WireCode code, boolean conditional) {
        if (code == ErrorCode.STALE_VERSION) {
            return conditional ? 412 : 409;
        }
        return code == ErrorCode.IDEMPOTENCY_MISMATCH ? 422 : 409;
    }

    private static Problem of(int status, String title, DomainError error) {
        return new Problem(status, error.code(), title, error.reason(), error.details(), List.of());
    }
}
