package dev.cairn.mcp.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.Invalid;
import dev.cairn.json.StrictJson;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All tools, and their calls: arguments in, one run, an answer or a problem out (M3). */
public final class Toolbox {
    private final StrictJson json;
    private final ToolArguments arguments;
    private final Map<String, Tool<?, ?>> tools = new LinkedHashMap<>();

    /** @param depthMax levels of objects and lists in arguments */
    public Toolbox(List<Tool<?, ?>> tools, int depthMax) {
        this.json = StrictJson.inSnakeCase(depthMax);
        this.arguments = new ToolArguments(json);
        tools.forEach(tool -> this.tools.put(tool.name(), tool));
    }

    /** Returns the tools in the order in which they are listed. */
    public List<Tool<?, ?>> tools() {
        return List.copyOf(tools.values());
    }

    /** Returns the reader and writer of arguments and answers, from which they are described. */
    public StrictJson json() {
        return json;
    }

    /** Calls a tool; empty when there is no such tool. */
    public Optional<ObjectNode> call(String name, Asked asked, ObjectNode given) {
        return Optional.ofNullable(tools.get(name)).map(tool -> call(tool, asked, given));
    }

    private <A extends Record, R extends Record> ObjectNode call(Tool<A, R> tool, Asked asked, ObjectNode given) {
        A read;
        try {
            read = arguments.read(tool.arguments(), given);
        } catch (Invalid invalid) {
            return ToolProblem.result(invalid, ToolArguments.hint(tool.arguments(), given), UnaryOperator.identity());
        }
        try {
            return result(tool.run().apply(asked, read));
        } catch (Hinted hinted) {
            return ToolProblem.result(hinted.error(), hinted.hint(), new ArgumentNames(tool.arguments()));
        } catch (DomainError error) {
            return ToolProblem.result(error, null, new ArgumentNames(tool.arguments()));
        }
    }

    /** Returns the same JSON as structure for programs, and as text for models (M2). */
    private ObjectNode result(Record answer) {
        JsonNode structured = Visible.tree(tree(answer));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ToolProblem.content(result, text(structured));
        return result.set("structuredContent", structured);
    }

    /** Returns an answer as JSON, before invisible characters are taken out. */
    public JsonNode tree(Record answer) {
        try {
            return json.mapper().readTree(json.write(answer));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(JsonNode structured) {
        try {
            return json.mapper().writeValueAsString(structured);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
