package dev.cairn.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Makes messages of the tools that are described, and of what else the protocol knows. */
final class McpShots {
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final List<String> METHODS = List.of(
            "initialize",
            "ping",
            "server/discover",
            "tools/list",
            "tools/call",
            "resources/list",
            "resources/templates/list",
            "resources/read",
            "prompts/list",
            "prompts/get",
            "completion/complete",
            "notifications/initialized",
            "notifications/cancelled",
            "logging/setLevel",
            "nope");

    private static final List<String> PLACES =
            List.of("tickets/", "projects/", "guide/", "nope/", "", "projects", "tickets/%2e%2e/", "tickets//");
    private static final List<String> PROMPTS = List.of("\"plan\"", "\"work_next\"", "\"hand_over\"", "\"review\"");
    private static final List<String> ARGUMENTS =
            List.of("\"project\"", "\"ticket\"", "\"key\"", "\"topic\"", "\"queue\"");
    private static final List<String> REFS = List.of(
            "{\"type\":\"ref/prompt\",\"name\":\"work_next\"}",
            "{\"type\":\"ref/prompt\",\"name\":\"review\"}",
            "{\"type\":\"ref/resource\",\"uri\":\"cairn://projects/{key}\"}",
            "{\"type\":\"ref/resource\",\"uri\":\"cairn://tickets/{key}\"}",
            "{\"type\":\"ref/resource\",\"uri\":\"cairn://guide/{topic}\"}",
            "{\"type\":\"ref/nope\"}",
            "{\"type\":1}");

    private final Described described;
    private final Known known;
    private final Chance chance;
    private final Values values;

    McpShots(Described described, Known known, Chance chance) {
        this.described = described;
        this.known = known;
        this.chance = chance;
        this.values = new Values(described, known, chance);
    }

    Shot next() {
        List<String> headers = new ArrayList<>(List.of(
                "Authorization: Bearer $TOKEN",
                "Content-Type: application/json",
                "Accept: application/json, text/event-stream"));
        boolean other = !chance.honest() && chance.percent(15);
        JsonNode tool = chance.of(described.tools());
        String name = other ? chance.of(METHODS) : tool.path("name").asText();
        String message = other ? message(name, params(name), headers) : called(tool, headers);
        if (!chance.honest() && chance.percent(4)) {
            message = "[" + message + "," + message + "]";
        }
        byte[] body = Shot.utf8(message);
        if (!chance.honest() && chance.percent(5)) {
            for (int i = 0; i < 3 && body.length > 0; i++) {
                body[chance.below(body.length)] = chance.anyByte();
            }
        }
        if (!chance.honest() && chance.percent(5)) {
            headers.add(chance.of(HostileHttp.HEADERS));
        }
        return new Shot("tool " + name, name, "POST", "/mcp", List.of(), headers, body);
    }

    private String called(JsonNode tool, List<String> headers) {
        String name = values.quoted(tool.path("name").asText());
        if (chance.hostile() && chance.percent(10)) {
            name = Hostile.value(chance);
        }
        return message(
                "tools/call",
                "\"name\":%s,\"arguments\":%s".formatted(name, values.of(tool.path("inputSchema"))),
                headers);
    }

    private String message(String method, String given, List<String> headers) {
        String params = given;
        boolean stateless = chance.percent(15);
        if (stateless) {
            headers.add("MCP-Protocol-Version: 2026-07-28");
            headers.add("Mcp-Method: " + method);
            if (params.startsWith("\"name\":\"")) {
                headers.add("Mcp-Name: "
                        + params.replaceFirst("(?s)\"name\":\"(\\w+)\".*", "$1")
                                .lines()
                                .findFirst()
                                .orElse(""));
            }
        }
        if (!stateless && chance.percent(20)) {
            params += (params.isEmpty() ? "" : ",") + place();
        }
        String all = stateless ? (params.isEmpty() ? META : params + "," + META) : params;
        String id = chance.hostile() ? Hostile.value(chance) : String.valueOf(chance.below(1_000));
        String version = chance.hostile() ? Hostile.value(chance) : "\"2.0\"";
        String said = chance.hostile() ? Hostile.value(chance) : values.quoted(method);
        String body = "{" + all + "}";
        if (chance.hostile() && chance.percent(30)) {
            body = Hostile.value(chance);
        }
        return "{\"jsonrpc\":%s,\"id\":%s,\"method\":%s,\"params\":%s}".formatted(version, id, said, body);
    }

    /** Where an agent says that it works. */
    private String place() {
        String folder =
                values.quoted(chance.of(List.of("/tmp", "/", "", "..", "C:\\\\x", "/a\0b", chance.of(Hostile.TEXTS))));
        String project = values.quoted(
                known.id("project", chance).orElse("") + (chance.hostile() ? chance.of(Hostile.TEXTS) : ""));
        return "\"_meta\":{\"dev.cairn/folder\":%s,\"dev.cairn/project\":%s}"
                .formatted(
                        chance.hostile() ? Hostile.value(chance) : folder,
                        chance.hostile() ? Hostile.value(chance) : project);
    }

    private String params(String method) {
        String text = values.quoted(chance.of(Hostile.TEXTS));
        String id = values.quoted(known.anyId(chance).orElse("x"));
        String any = chance.of(List.of(text, id, Hostile.value(chance)));
        String id13 = known.anyId(chance).orElse("");
        String uri = values.quoted(
                "cairn://" + chance.of(PLACES) + id13 + (chance.percent(50) ? chance.of(Hostile.TEXTS) : ""));
        return switch (method) {
            case "initialize" -> "\"protocolVersion\":%s,\"capabilities\":{},\"clientInfo\":%s".formatted(any, any);
            case "resources/read" -> "\"uri\":" + (chance.percent(70) ? uri : any);
            case "prompts/get" ->
                "\"name\":%s,\"arguments\":{\"project\":%s,\"queue\":%s,\"ticket\":%s,\"goal\":%s}"
                        .formatted(chance.percent(80) ? chance.of(PROMPTS) : any, any, text, id, text);
            case "completion/complete" ->
                "\"ref\":%s,\"argument\":{\"name\":%s,\"value\":%s}"
                        .formatted(
                                chance.percent(80) ? chance.of(REFS) : any,
                                chance.percent(80) ? chance.of(ARGUMENTS) : any,
                                any);
            default -> chance.percent(50) ? "" : "\"cursor\":" + any;
        };
    }
}
