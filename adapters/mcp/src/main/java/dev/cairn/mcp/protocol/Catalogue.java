package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The description of this server, which needs no database: its tools, which the build wrote down, and the resources and
 * prompts (M11).
 */
public final class Catalogue {
    private static final String TOOLS = "/dev/cairn/mcp/tools.json";
    private static final String OFFERS = "/dev/cairn/mcp/offers.json";

    private final String version;
    private final JsonNode offers;
    private final ArrayNode tools = JsonNodeFactory.instance.arrayNode();
    private final Set<String> names = new HashSet<>();

    /** @param version of this Cairn */
    public Catalogue(String version, Choice choice) {
        this(version, choice, read(TOOLS), read(OFFERS));
    }

    /**
     * Of another server that speaks this protocol.
     *
     * @param listed as {@code tools/list} answers them
     * @param offers resources, resourceTemplates, prompts and instructions, as they are listed
     */
    public Catalogue(String version, Choice choice, JsonNode listed, JsonNode offers) {
        this.version = version;
        this.offers = offers;
        for (JsonNode tool : listed.path("tools")) {
            String name = tool.path("name").textValue();
            if (choice.takes(name, tool.path("annotations").path("readOnlyHint").booleanValue())) {
                tools.add(tool);
                names.add(name);
            }
        }
    }

    private static JsonNode read(String resource) {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(resource), resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tools, as clients are told of them. */
    public Iterable<JsonNode> listed() {
        return tools;
    }

    boolean offersTool(String name) {
        return names.contains(name);
    }

    ObjectNode tools() {
        return list("tools", tools);
    }

    ObjectNode resources() {
        return list("resources", offers.path("resources"));
    }

    ObjectNode templates() {
        return list("resourceTemplates", offers.path("resourceTemplates"));
    }

    ObjectNode prompts() {
        return list("prompts", offers.path("prompts"));
    }

    private static ObjectNode list(String name, JsonNode items) {
        return JsonNodeFactory.instance.objectNode().set(name, items);
    }

    ObjectNode capabilities() {
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        for (String each : new String[] {"tools", "resources", "prompts", "completions"}) {
            capabilities.putObject(each);
        }
        return capabilities;
    }

    ObjectNode serverInfo() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "cairn")
                .put("title", "Cairn")
                .put("version", version);
    }

    String instructions() {
        return offers.path("instructions").asText();
    }
}
