package dev.cairn.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.domain.user.Caller;
import org.jspecify.annotations.Nullable;

/** Answers messages, and knows nothing of HTTP but the statuses. */
public interface Mcp {
    /**
     * The headers that repeat parts of a message.
     *
     * @param version {@code MCP-Protocol-Version}
     * @param method {@code Mcp-Method}
     * @param name {@code Mcp-Name}
     */
    record Head(
            @Nullable String version,
            @Nullable String method,
            @Nullable String name) {}

    /**
     * An answer.
     *
     * @param body null when the message takes none
     */
    record Reply(int status, @Nullable JsonNode body) {}

    /** The client that waits for an answer. */
    interface Listener {
        /** Returns whether the client has left. */
        boolean gone();

        /** Sends a notification before the answer; a client that cannot take one gets none. */
        void tell(byte[] json);
    }

    Reply answer(Caller caller, Head head, byte[] message, Listener listener);

    /** Writes JSON on one line. */
    byte[] bytes(JsonNode body);
}
