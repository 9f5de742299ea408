package dev.cairn.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.http.mcp.Mcp;
import dev.cairn.json.StrictJson;
import dev.cairn.mcp.protocol.Call;
import dev.cairn.mcp.protocol.Catalogue;
import dev.cairn.mcp.protocol.Choice;
import dev.cairn.mcp.protocol.Protocol;
import dev.cairn.mcp.protocol.RpcError;
import dev.cairn.mcp.protocol.Work;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * What the protocol's own conformance suites call, read and get of a server that is made for them, in the place of Cairn's tools, when a
 * server is started with {@code -Dcairn.fixtures=true} (adapters/typescript/mcp/conformance.mjs): behind the same door and protocol.
 */
@Factory
@Requires(condition = SuiteFixtures.AreWanted.class)
final class SuiteFixtures {
    private static final int DEPTH_MAX = 64;
    private static final String TEMPLATE = "test://template/{id}/data";

    /** Whether the suites are the clients. */
    static final class AreWanted implements Condition {
        @Override
        @SuppressWarnings("rawtypes") // as it is declared
        public boolean matches(ConditionContext context) {
            return Boolean.getBoolean("cairn.fixtures");
        }
    }

    @Singleton
    @Replaces(value = Mcp.class, factory = McpWiring.class)
    Mcp mcp() {
        JsonNode fixtures = read();
        Catalogue catalogue = new Catalogue("fixtures", Choice.ALL, fixtures, fixtures);
        Protocol protocol =
                new Protocol(catalogue, StrictJson.inSnakeCase(DEPTH_MAX).mapper());
        return new McpWiring.Door(protocol, _ -> new Fixed(fixtures.path("answers")));
    }

    private static JsonNode read() {
        String file = "/dev/cairn/server/conformance/fixtures.json";
        try (InputStream in = Objects.requireNonNull(SuiteFixtures.class.getResourceAsStream(file), file)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers what is written down, with arguments in their places. */
    private record Fixed(JsonNode answers) implements Work {
        @Override
        public ObjectNode answer(String method, ObjectNode params, Call call) {
            String asked = params.path(method.equals("resources/read") ? "uri" : "name")
                    .asText();
            if (method.equals("completion/complete")) {
                ObjectNode none = JsonNodeFactory.instance.objectNode();
                none.putObject("completion")
                        .put("total", 0)
                        .put("hasMore", false)
                        .putArray("values");
                return none;
            }
            if (asked.equals("test_tool_with_progress")) {
                for (int percent = 0; percent <= 100; percent += 50) {
                    call.progress(percent, 100, percent + " %");
                }
            }
            String id = asked.replaceFirst("^test://template/([^/]+)/data$", "$1");
            JsonNode answer = answers.path(method).path(id.equals(asked) ? asked : TEMPLATE);
            if (!(answer instanceof ObjectNode fixed)) {
                ObjectNode data = JsonNodeFactory.instance.objectNode().put("uri", asked);
                throw new RpcError(RpcError.PARAMS, "There is no such fixture", data);
            }
            ObjectNode values = params.path("arguments") instanceof ObjectNode arguments
                    ? arguments.deepCopy()
                    : JsonNodeFactory.instance.objectNode();
            return (ObjectNode) filled(fixed, values.put("id", id));
        }

        private static JsonNode filled(JsonNode node, ObjectNode values) {
            if (node.isTextual()) {
                String text = node.textValue();
                for (Map.Entry<String, JsonNode> value : values.properties()) {
                    text = text.replace(
                            "{" + value.getKey() + "}", value.getValue().asText());
                }
                return JsonNodeFactory.instance.textNode(text);
            }
            JsonNode copy = node.deepCopy();
            if (copy instanceof ObjectNode object) {
                object.properties().forEach(field -> field.setValue(filled(field.getValue(), values)));
            } else if (copy.isArray()) {
                var list = JsonNodeFactory.instance.arrayNode();
                copy.forEach(each -> list.add(filled(each, values)));
                return list;
            }
            return copy;
        }
    }
}
