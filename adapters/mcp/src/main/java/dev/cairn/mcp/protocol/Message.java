package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request or notification.
 *
 * @param id null for a notification, which is never answered
 */
record Message(@Nullable JsonNode id, String method, ObjectNode params) {
    static final String META_VERSION = "io.modelcontextprotocol/protocolVersion";
    private static final String META_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    private static final int ID_MAX = 1_000;

    /** Returns the id that an answer repeats; none where it is absent, or no valid id. */
    static @Nullable JsonNode idOf(JsonNode message) {
        JsonNode id = message.get("id");
        return id != null && isId(id) ? id : null;
    }

    private static boolean isId(JsonNode id) {
        return (id.isIntegralNumber() && id.canConvertToLong())
                || (id.isTextual() && id.textValue().length() <= ID_MAX && isWellFormed(id.textValue()));
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** @throws RpcError when it is no message */
    static Message of(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            throw new RpcError(RpcError.REQUEST, "A message is a JSON object");
        }
        if (!object.path("jsonrpc").asText().equals("2.0")) {
            throw new RpcError(RpcError.REQUEST, "A message says \"jsonrpc\": \"2.0\"");
        }
        if (!object.path("method").isTextual()) {
            throw new RpcError(RpcError.REQUEST, "A message has a method, as a string");
        }
        JsonNode id = object.get("id");
        if (id != null && !isId(id)) {
            throw new RpcError(RpcError.REQUEST, "An id is a string or a whole number");
        }
        JsonNode params = object.get("params");
        if (params != null && !params.isObject()) {
            throw new RpcError(RpcError.PARAMS, "params is a JSON object");
        }
        return new Message(
                id,
                object.path("method").textValue(),
                params == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) params);
    }

    /** Whether it is an answer to something that was never asked: nothing is asked of clients here. */
    static boolean isAnswer(JsonNode node) {
        return node.isObject() && !node.has("method") && (node.has("result") || node.has("error"));
    }

    boolean isNotification() {
        return id == null;
    }

    /** The request that this one gives up; empty when it says something else. */
    Optional<JsonNode> cancels() {
        JsonNode request = params.path("requestId");
        return id == null && method.equals("notifications/cancelled") && isId(request)
                ? Optional.of(request)
                : Optional.empty();
    }

    /** Returns the token that progress notifications carry; null when the client wants none. */
    @Nullable
    JsonNode progressToken() {
        JsonNode token = params.path("_meta").path("progressToken");
        return isId(token) ? token : null;
    }

    /** The version that the request itself states; null when it states none. */
    @Nullable
    String version() {
        JsonNode version = params.path("_meta").path(META_VERSION);
        return version.isTextual() ? version.textValue() : null;
    }

    /** @throws RpcError when a field is missing that each request of this era carries */
    String requireMeta() {
        String version = version();
        if (version == null) {
            throw new RpcError(RpcError.PARAMS, "params._meta lacks \"%s\"".formatted(META_VERSION));
        }
        return version;
    }

    /** Requires the client's capabilities, as {@link #requireMeta} does the version. */
    void requireCapabilities() {
        if (!params.path("_meta").path(META_CAPABILITIES).isObject()) {
            throw new RpcError(RpcError.PARAMS, "params._meta lacks \"%s\"".formatted(META_CAPABILITIES));
        }
    }

    /** The parameter that a transport repeats as the name; null where there is none. */
    @Nullable
    String nameField() {
        return switch (method) {
            case "tools/call", "prompts/get" -> "name";
            case "resources/read" -> "uri";
            default -> null;
        };
    }

    /** @throws RpcError when it is not there, or no text */
    static String text(ObjectNode params, String field) {
        JsonNode value = params.path(field);
        if (!value.isTextual()) {
            throw new RpcError(RpcError.PARAMS, "params.%s is required, as a string".formatted(field));
        }
        return value.textValue();
    }

    /** @throws RpcError when it is there and no object */
    static ObjectNode object(ObjectNode params, String field) {
        JsonNode value = params.get(field);
        if (value == null || value.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!(value instanceof ObjectNode object)) {
            throw new RpcError(RpcError.PARAMS, "params.%s is a JSON object".formatted(field));
        }
        return object;
    }
}
