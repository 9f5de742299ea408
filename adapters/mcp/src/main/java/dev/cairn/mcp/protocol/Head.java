package dev.cairn.mcp.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The headers that repeat parts of a message, so that intermediaries need not read it (M10).
 *
 * @param version {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}
 */
public record Head(
        @Nullable String version,
        @Nullable String method,
        @Nullable String name) {
    private static final String ENCODED = "=?base64?";
    private static final String END = "?=";

    /** @throws RpcError when something is missing, or is not what the message says */
    void check(Message message, String stated) {
        same("MCP-Protocol-Version", version, stated);
        same("Mcp-Method", method, message.method());
        String field = message.nameField();
        if (field != null) {
            JsonNode named = message.params().path(field);
            same("Mcp-Name", name == null ? null : decoded(name), named.isTextual() ? named.textValue() : "");
        }
    }

    private static void same(String header, @Nullable String sent, String body) {
        if (sent == null) {
            throw new RpcError(RpcError.HEADER_MISMATCH, "Header mismatch: the header %s is missing".formatted(header));
        }
        if (!sent.equals(body)) {
            throw new RpcError(
                    RpcError.HEADER_MISMATCH,
                    "Header mismatch: %s does not repeat what the body says".formatted(header));
        }
    }

    private static String decoded(String value) {
        if (!value.startsWith(ENCODED) || !value.endsWith(END) || value.length() < ENCODED.length() + END.length()) {
            return value;
        }
        try {
            String inner = value.substring(ENCODED.length(), value.length() - END.length());
            return new String(Base64.getDecoder().decode(inner), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RpcError(RpcError.HEADER_MISMATCH, "Header mismatch: Mcp-Name is no Base64");
        }
    }
}
