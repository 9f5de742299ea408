package dev.cairn.http.problem;

import dev.cairn.domain.error.WireCode;
import org.jspecify.annotations.Nullable;

/** The reasons why HTTP itself refuses a request, before or beside any rule; each has its status. */
public enum HttpCode implements WireCode {
    TOKEN_REQUIRED(401, "Not authenticated", Hints.LOCAL_TOKEN),
    TOKEN_INVALID(401, "Not authenticated", Hints.LOCAL_TOKEN),
    OWNER_DEACTIVATED(
            401, "Not authenticated", "Log in as an admin and reactivate them: POST /users/{user}/reactivate."),
    LOCAL_TOKEN_REQUIRED(403, "Not allowed"),
    ORIGIN_REQUIRED(403, "Not allowed"),
    ORIGIN_NOT_ALLOWED(403, "Not allowed"),
    HOST_NOT_ALLOWED(421, "Misdirected request", "Use http://127.0.0.1 or http://localhost with the server's port."),
    ACCOUNTS_OFF(409, "Conflict", "Restart the server with CAIRN_ACCOUNTS=on."),

    MALFORMED_URI(400, "Invalid request"),
    MALFORMED_BODY(400, "Malformed body"),
    BODY_NOT_ALLOWED(400, "Invalid request"),
    NO_SUCH_ROUTE(404, "Not Found", "GET /api/v1 lists all routes."),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    NOT_ACCEPTABLE(406, "Not Acceptable"),
    TOO_LARGE(413, "Too large"),
    URI_TOO_LONG(414, "URI too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    HEADERS_TOO_LARGE(431, "Request Header Fields Too Large"),

    REQUEST_TIMEOUT(408, "Request timeout"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Internal error"),
    OVERLOADED(503, "Overloaded"),
    TIMEOUT(503, "Timeout"),
    STOPPING(503, "Stopping");

    private final int status;
    private final String title;
    private final @Nullable String hint;

    HttpCode(int status, String title) {
        this(status, title, null);
    }

    HttpCode(int status, String title, @Nullable String hint) {
        this.status = status;
        this.title = title;
        this.hint = hint;
    }

    public int status() {
        return status;
    }

    String title() {
        return title;
    }

    @Nullable
    String hint() {
        return hint;
    }
}
