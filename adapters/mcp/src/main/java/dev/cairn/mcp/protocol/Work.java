package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Does the work that needs the database: here, or in the server that owns it. */
@FunctionalInterface
public interface Work {
    /**
     * Answers {@code tools/call}, {@code resources/read}, {@code prompts/get} or {@code completion/complete}.
     *
     * @param params of the request, of which name and arguments have their types
     * @param call of a tool; silent for what is none
     * @throws RpcError for what names something that is not there
     */
    ObjectNode answer(String method, ObjectNode params, Call call);
}
