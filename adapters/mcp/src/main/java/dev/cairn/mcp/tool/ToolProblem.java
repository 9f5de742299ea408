package dev.cairn.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the result of a failed call: the problem, and what to do instead (M3). */
public final class ToolProblem {
    private ToolProblem() {}

    /**
     * @param hint instead of what is said of the code everywhere; null for that
     * @param names puts the names of the tool's arguments into a text that knows them by others
     */
    static ObjectNode result(DomainError error, @Nullable String hint, UnaryOperator<String> names) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("code", error.code().wire());
        problem.put("detail", names.apply(error.reason()));
        if (error instanceof Invalid invalid) {
            problem.put("errors", violations(invalid, names));
        }
        String advice = hint == null && error.code() instanceof ErrorCode code ? hint(code) : hint;
        if (advice != null) {
            problem.put("hint", advice);
        }
        error.details().forEach((name, value) -> problem.putIfAbsent(ArgumentNames.inSnakeCase(name), value));
        return result(JsonText.of(problem));
    }

    /** Returns the result for a problem that no use case knows. */
    public static ObjectNode result(String code, String detail, String hint) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("code", code);
        problem.put("detail", detail);
        problem.put("hint", hint);
        return result(JsonText.of(problem));
    }

    private static ObjectNode result(String problem) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        content(result, Visible.text(problem));
        return result.put("isError", true);
    }

    /** A text in the place where every client looks. */
    static void content(ObjectNode result, String text) {
        JsonNode block =
                JsonNodeFactory.instance.objectNode().put("type", "text").put("text", text);
        result.putArray("content").add(block);
    }

    private static List<Map<String, String>> violations(Invalid invalid, UnaryOperator<String> names) {
        return invalid.violations().stream()
                .map(v -> Map.of(
                        "argument",
                        names.apply(v.field()),
                        "code",
                        v.code().wire(),
                        "message",
                        names.apply(v.message())))
                .toList();
    }

    private static @Nullable String hint(ErrorCode code) {
        return switch (code) {
            case STALE_VERSION -> "Call get, apply your change to what you read, and send its version.";
            case LEASE_LOST -> "Stop working on it and call claim_next.";
            case BLOCKED -> "Work on what it waits for first, or call claim_next for something that is ready.";
            case TASKS_OPEN -> "Finish the tasks with save_tasks, or send finish_tasks: true.";
            case CLAIMED -> "Somebody works on it: call claim_next without naming a ticket.";
            case AT_LIMIT -> "Call claim_next again when one of the holders has finished.";
            case ROLE_REQUIRED, SCOPE_REQUIRED -> "This token may not do it: ask the project's owner.";
            case PROJECT_ARCHIVED, TICKET_ARCHIVED -> "Archived work can only be read: ask a person to unarchive it.";
            case NOT_FOUND -> "Look for it with search or list_work; keys look like CRN-12.";
            case MALFORMED_CURSOR -> "Take next_cursor from the answer to the same arguments.";
            case BUSY, DISK_FULL, READ_ONLY, MOVING -> "Nothing was changed. Try again in a moment.";
            case OUTCOME_UNKNOWN -> "It may have been done: look with get before you call it again.";
            default -> null;
        };
    }
}
