package dev.cairn.mcp.guide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.kernel.Text;
import dev.cairn.mcp.protocol.RpcError;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Visible;
import java.util.List;
import java.util.Map;

/** The prompts that people start a conversation with (M5). */
public record Prompts(Resources resources) {
    private static final int ARGUMENT_MAX = 5_000;
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "plan",
            List.of("goal"),
            "work_next",
            List.of(),
            "hand_over",
            List.of("ticket"),
            "review",
            List.of("ticket"));

    /** @throws RpcError for one that is not there, and for what is missing */
    ObjectNode get(Asked asked, String name, ObjectNode arguments) {
        List<String> required = REQUIRED.get(name);
        if (required == null) {
            throw new RpcError(RpcError.PARAMS, "Unknown prompt: " + Text.excerpt(name));
        }
        for (String argument : required) {
            if (argument(arguments, argument).isEmpty()) {
                throw new RpcError(RpcError.PARAMS, "The prompt %s needs the argument %s".formatted(name, argument));
            }
        }
        String text = Texts.find("prompts", name).orElseThrow();
        for (String optional : List.of("project", "queue")) {
            String value = argument(arguments, optional);
            text = text.replace(
                    "{{%s}}".formatted(optional), value.isEmpty() ? "" : ", %s %s".formatted(optional, value));
        }
        for (String argument : required) {
            text = text.replace("{{%s}}".formatted(argument), argument(arguments, argument));
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode messages = result.putArray("messages");
        message(messages).put("type", "text").put("text", text);
        if (name.equals("review")) {
            ObjectNode ticket = resources.content(asked, Resources.TICKETS + argument(arguments, "ticket"));
            message(messages).put("type", "resource").set("resource", ticket);
        }
        return result;
    }

    private static ObjectNode message(ArrayNode messages) {
        return messages.addObject().put("role", "user").putObject("content");
    }

    private static String argument(ObjectNode arguments, String name) {
        String value = Visible.text(arguments.path(name).asText("")).strip();
        if (value.length() > ARGUMENT_MAX) {
            throw new RpcError(RpcError.PARAMS, "%s has at most %d characters".formatted(name, ARGUMENT_MAX));
        }
        return value;
    }
}
