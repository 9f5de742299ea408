package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The sender of a message, as its transport knows it. */
public interface Client {
    /** A client that gets nothing but the answer. */
    Client SILENT = new Client() {};

    /** Whether it has left. Asked often, by any thread. */
    default boolean gone() {
        return false;
    }

    /** Sends it something before the answer; a transport that cannot leaves it. */
    default void tell(ObjectNode notification) {}

    /** A call begins, which may be cancelled from now on; false when it was before, so that nothing is to be done. */
    default boolean begins(Call call) {
        return true;
    }

    /** Reports that a call has its answer. */
    default void ends(Call call) {}

    /** Cancels a request of this client, which may be a message of another connection. */
    default void cancelled(JsonNode id) {}
}
