package dev.cairn.server.openapi;

import static dev.cairn.server.openapi.Schemas.ordered;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.mcp.tool.Tool;
import dev.cairn.mcp.tool.Toolbox;
import java.util.List;
import java.util.Map;

/** What {@code tools/list} answers: the tools, described by the walk that describes the API (M12). */
public final class ToolList {
    /** Arguments are flat, but for lists of objects. */
    private static final int ARGUMENTS_DEPTH = 2;
    /** Of an answer the parts are told; what is in them, a reader sees. */
    private static final int ANSWER_DEPTH = 1;

    private ToolList() {}

    public static Map<String, Object> describe(Toolbox toolbox) {
        JsonMapper mapper = toolbox.json().mapper();
        return ordered(
                "tools",
                toolbox.tools().stream().map(tool -> describe(tool, mapper)).toList());
    }

    private static Map<String, Object> describe(Tool<?, ?> tool, JsonMapper mapper) {
        return ordered(
                "name",
                tool.name(),
                "title",
                tool.title(),
                "description",
                tool.description(),
                "inputSchema",
                Schemas.forTools(mapper, ARGUMENTS_DEPTH).read(tool.arguments()),
                "outputSchema",
                Schemas.forTools(mapper, ANSWER_DEPTH).written(mapper.constructType(tool.answer())),
                "annotations",
                ordered(
                        "readOnlyHint",
                        tool.effect().readOnly(),
                        "destructiveHint",
                        tool.effect().destructive(),
                        "idempotentHint",
                        tool.effect().idempotent(),
                        "openWorldHint",
                        tool.effect().openWorld()));
    }

    /** Where a value is not what the schema promises. */
    public static List<String> misfits(JsonNode schema, JsonNode value) {
        return Fit.misfits(schema, value);
    }

    /** As it is committed. */
    public static String text(Map<String, Object> list) throws JsonProcessingException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(list) + "\n";
    }
}
