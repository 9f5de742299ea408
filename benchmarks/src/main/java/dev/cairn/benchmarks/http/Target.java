package dev.cairn.benchmarks.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Whom requests are for, and the headers that go with each.
 *
 * @param token empty for a server that wants none
 */
record Target(String host, String token) {
    ByteBuffer get(String path) {
        return bytes("GET %s HTTP/1.1\r\n%s\r\n".formatted(path, headers()));
    }

    ByteBuffer post(String path, String body, UUID key) {
        return bytes("""
                POST %s HTTP/1.1\r
                %sContent-Type: application/json\r
                Idempotency-Key: %s\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, headers(), key, body.length(), body));
    }

    private String headers() {
        return "Host: %s\r\n".formatted(host)
                + (token.isEmpty() ? "" : "Authorization: Bearer %s\r\n".formatted(token));
    }

    private static ByteBuffer bytes(String request) {
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }
}
