package dev.cairn.mcp.guide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.json.JsonText;
import dev.cairn.mcp.protocol.RpcError;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Toolbox;
import dev.cairn.mcp.tool.Visible;
import dev.cairn.mcp.work.Projects;
import java.util.Map;

/** The resources that can be attached to a conversation: the tools' answers, by addresses (M5). */
public record Resources(Toolbox tools, Projects projects) {
    static final String TICKETS = "cairn://tickets/";
    private static final String PROJECTS = "cairn://projects";
    private static final String GUIDE = "cairn://guide/";
    private static final String JSON = "application/json";
    private static final String ABSENT = "Resource not found";
    private static final int URI_MAX = 2_000;

    /** @throws RpcError when nothing is there */
    ObjectNode read(Asked asked, String uri) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("contents").add(content(asked, uri));
        return result;
    }

    /** Returns a resource's content, for an answer or to embed in a prompt. */
    ObjectNode content(Asked asked, String uri) {
        if (uri.equals(PROJECTS)) {
            return content(uri, JSON, Visible.text(JsonText.of(Map.of("projects", listed(asked)))));
        }
        if (uri.startsWith(PROJECTS + "/")) {
            return content(uri, JSON, answered(asked, uri, "get_context", "project", PROJECTS + "/"));
        }
        if (uri.startsWith(TICKETS)) {
            return content(uri, JSON, answered(asked, uri, "get", "id", TICKETS));
        }
        if (uri.startsWith(GUIDE)) {
            String topic = uri.substring(GUIDE.length());
            return content(uri, "text/markdown", Texts.find("guide", topic).orElseThrow(() -> absent(uri, ABSENT)));
        }
        throw absent(uri, ABSENT);
    }

    private Object listed(Asked asked) {
        return projects.all(asked.caller()).stream()
                .map(project -> Map.of(
                        "key", project.key(),
                        "name", project.content().name(),
                        "status", project.status(),
                        "uri", PROJECTS + "/" + project.key()))
                .toList();
    }

    private String answered(Asked asked, String uri, String tool, String argument, String prefix) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put(argument, uri.substring(prefix.length()));
        if (tool.equals("get")) {
            arguments.put("detail", "full");
        }
        ObjectNode result = tools.call(tool, asked, arguments).orElseThrow();
        String text = result.path("content").path(0).path("text").asText();
        if (result.path("isError").booleanValue()) {
            throw absent(uri, "Resource not found: " + text);
        }
        return text;
    }

    private static ObjectNode content(String uri, String type, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("uri", uri)
                .put("mimeType", type)
                .put("text", text);
    }

    private static RpcError absent(String uri, String why) {
        String whole = Visible.text(uri.length() > URI_MAX ? uri.substring(0, URI_MAX) : uri);
        return new RpcError(
                RpcError.PARAMS, why, JsonNodeFactory.instance.objectNode().put("uri", whole));
    }
}
