package dev.cairn.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal or failure of the server: a problem (RFC 9457) with a stable code. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int FAILURES = 500;

    private final int status;
    private final String code;
    private final @Nullable String hint;
    private final transient List<Violation> errors;

    /** @param pointer to what is wrong in the body, or its name in the query */
    public record Violation(String pointer, String code, String message) {}

    ProblemException(int status, JsonNode problem) {
        super(problem.path("detail").asText("HTTP " + status));
        this.status = status;
        this.code = problem.path("code").asText("error");
        this.hint = problem.path("hint").textValue();
        List<Violation> found = new ArrayList<>();
        problem.path("errors")
                .forEach(each -> found.add(new Violation(
                        each.path("pointer").asText(),
                        each.path("code").asText(),
                        each.path("message").asText())));
        this.errors = List.copyOf(found);
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the server failed, so that asking again may help. */
    boolean mayPass() {
        return status >= FAILURES;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Returns a hint at what to do about it, if the server gave one. */
    public @Nullable String hint() {
        return hint;
    }

    public List<Violation> errors() {
        return errors;
    }
}
