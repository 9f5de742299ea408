package dev.cairn.http.problem;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.error.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as the API shows it (RFC 9457); {@code code} is stable. */
record Problem(
        int status, String code, String title, String detail, Map<String, Object> details, List<Violation> errors) {

    static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, Map.of(), List.of());
    }

    /** @param conditional whether the request named a version by {@code If-Match} */
    static Problem of(DomainError error, boolean conditional) {
        return switch (error) {
            case NotFound e -> of(404, "Not found", e);
            case Denied e ->
                e.code() == ErrorCode.INVALID_CREDENTIALS ? of(401, "Not authenticated", e) : of(403, "Not allowed", e);
            case Conflict e -> of(conflict(e.code(), conditional), "Conflict", e);
            case Unavailable e ->
                e.code() == ErrorCode.TOO_MANY_STREAMS
                        ? of(503, "Too many streams", e)
                        : of(e.code() == ErrorCode.DISK_FULL ? 507 : 503, "Storage unavailable", e);
            case Invalid e ->
                new Problem(400, e.code().wire(), "Invalid request", e.reason(), Map.of(), e.violations());
        };
    }

    /** What to try, for errors that have an answer. */
    @Nullable
    String hint() {
        return code.equals("lease_lost") && "cancelled".equals(details.get("reason"))
                ? "The work was cancelled: stop."
                : hint(code);
    }

    private static @Nullable String hint(String code) {
        return switch (code) {
            case "token_required", "token_invalid" ->
                "This machine's token is in the file 'token' in the data directory, which the server prints when it starts.";
            case "owner_deactivated" -> "Log in as an admin and reactivate them: POST /users/{user}/reactivate.";
            case "stale_version" -> "Read it again, apply your change to what you read, and send its ETag as If-Match.";
            case "lease_lost" -> "Somebody else may hold the item now. Drop this claim and claim the next item.";
            case "blocked" -> "Finish what it waits for, or send \"despiteBlockers\": true.";
            case "tasks_open" -> "Finish the tasks, or send \"finishTasks\": true.";
            case "role_required" -> "Ask the project's owner to do it, or for the role.";
            case "owner_required" -> "POST /projects/{project}/transfer {\"to\": user} makes another user the owner.";
            case "already_queued" -> "Send \"returnExisting\": true to get the item that is queued.";
            case "project_archived", "ticket_archived" -> "Unarchive it first.";
            case "malformed_cursor" -> "Take nextCursor from the answer to the same filter and sort.";
            case "accounts_off" -> "Restart the server with CAIRN_ACCOUNTS=on.";
            case "owns_projects" -> "Transfer them first, or send \"archiveProjects\": true.";
            case "no_such_route" -> "GET /api/v1 lists all routes.";
            case "host_not_allowed" -> "Use http://127.0.0.1 or http://localhost with the server's port.";
            default -> null;
        };
    }

    private static int conflict(ErrorCode code, boolean conditional) {
        return switch (code) {
            case STALE_VERSION -> conditional ? 412 : 409;
            case IDEMPOTENCY_MISMATCH -> 422;
            default -> 409;
        };
    }

    private static Problem of(int status, String title, DomainError error) {
        return new Problem(status, error.code().wire(), title, error.reason(), error.details(), List.of());
    }
}
