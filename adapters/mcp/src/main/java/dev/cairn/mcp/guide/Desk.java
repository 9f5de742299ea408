package dev.cairn.mcp.guide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.user.Caller;
import dev.cairn.mcp.protocol.RpcError;
import dev.cairn.mcp.protocol.Work;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Place;
import dev.cairn.mcp.tool.Toolbox;

/** Does the work that needs the database, by the use cases of this process. */
public record Desk(Toolbox tools, Resources resources, Prompts prompts, Completion completion) {
    /** Returns the work of all methods on behalf of one caller. */
    public Work of(Caller caller) {
        return (method, params, call) -> answer(new Asked(caller, Place.of(params), call), method, params);
    }

    private ObjectNode answer(Asked asked, String method, ObjectNode params) {
        try {
            return switch (method) {
                case "tools/call" -> called(asked, params);
                case "resources/read" ->
                    resources.read(asked, params.path("uri").textValue());
                case "prompts/get" -> prompts.get(asked, params.path("name").textValue(), arguments(params));
                case "completion/complete" -> completion.complete(asked, params);
                default -> throw new RpcError(RpcError.METHOD, "Method not found");
            };
        } catch (DomainError error) {
            ObjectNode data = JsonNodeFactory.instance
                    .objectNode()
                    .put("code", error.code().wire());
            throw new RpcError(RpcError.PARAMS, error.reason(), data);
        }
    }

    private ObjectNode called(Asked asked, ObjectNode params) {
        return tools.call(params.path("name").textValue(), asked, arguments(params))
                .orElseThrow(() -> new RpcError(RpcError.PARAMS, "Unknown tool"));
    }

    private static ObjectNode arguments(ObjectNode params) {
        return params.path("arguments") instanceof ObjectNode arguments
                ? arguments
                : JsonNodeFactory.instance.objectNode();
    }
}
