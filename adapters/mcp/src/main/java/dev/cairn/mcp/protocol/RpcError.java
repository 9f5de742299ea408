package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The error for a request that is not understood or not supported; a failure in a tool is a result instead (M3). */
public final class RpcError extends RuntimeException {
    public static final int PARSE = -32700;
    public static final int REQUEST = -32600;
    public static final int METHOD = -32601;
    public static final int PARAMS = -32602;
    public static final int INTERNAL = -32603;
    public static final int HEADER_MISMATCH = -32020;
    public static final int VERSION = -32022;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient @Nullable ObjectNode data;

    public RpcError(int code, String message) {
        this(code, message, null);
    }

    public RpcError(int code, String message, @Nullable ObjectNode data) {
        super(message);
        this.code = code;
        this.data = data;
    }

    /** Returns the error for an unsupported version, with those that are supported. */
    static RpcError unsupported(String requested) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        Era.ALL.forEach(data.putArray("supported")::add);
        data.put("requested", requested);
        return new RpcError(VERSION, "Unsupported protocol version", data);
    }

    int code() {
        return code;
    }

    ObjectNode body() {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", getMessage());
        return data == null ? body : body.set("data", data);
    }
}
