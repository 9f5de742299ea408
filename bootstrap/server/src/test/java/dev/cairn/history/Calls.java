package dev.cairn.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.history.Door.Refused;
import dev.cairn.http.HttpSettings;
import dev.cairn.server.openapi.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests to a server on this machine; what is refused is thrown with its code. */
final class Calls implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Calls(int port, String token) {
        this.base = URI.create("http://%s:%d".formatted(HttpSettings.HOST, port));
        this.token = token;
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    JsonNode post(String path) {
        return send("POST", path, null);
    }

    /** @param path below {@code /api/v1} */
    JsonNode send(String method, String path, @Nullable JsonNode body) {
        return json(text(method, HttpSettings.BASE + path, body));
    }

    String text(String method, String path, @Nullable JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> answer = sent(request.build());
        Map<String, String> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        byte[] bytes = body == null ? null : body.toString().getBytes(UTF_8);
        Traffic.check(method, path, bytes, answer.statusCode(), headers, answer.body());
        if (answer.statusCode() >= 400) {
            throw new Refused(json(answer.body()).path("code").asText(), answer.body());
        }
        return answer.body();
    }

    /** Answers what the tool answers a program. */
    JsonNode tool(String name, ObjectNode arguments) {
        ObjectNode message =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
        message.putObject("params").put("name", name).set("arguments", arguments);
        JsonNode result = json(text("POST", "/mcp", message)).path("result");
        if (!result.path("isError").asBoolean(true)) {
            return result.path("structuredContent");
        }
        if (result.has("structuredContent")) {
            return result.path("structuredContent");
        }
        String text = result.path("content").path(0).path("text").asText();
        throw new Refused(json(text).path("code").asText(), text);
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
