package dev.cairn.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A plain client of the HTTP API. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** One for all: each has a thread of its own until it is collected. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final String token;
    private final Duration patience;

    Api(URI server, String token) {
        this(server, token, Duration.ofMinutes(5));
    }

    /** @param patience after it, a request without an answer fails */
    Api(URI server, String token, Duration patience) {
        this.server = server;
        this.token = token;
        this.patience = patience;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token);
    }

    /** An answer. */
    record Answer(int status, JsonNode body) {}

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE().build());
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Answer post(String path, String body, String idempotencyKey) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Answer postLines(String path, String lines) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build());
    }

    /** As {@link #post}, and it must succeed. */
    JsonNode made(String path, String body) throws IOException, InterruptedException {
        Answer answer = post(path, body);
        if (answer.status() >= 300) {
            throw new IOException("POST %s: %d %s".formatted(path, answer.status(), answer.body()));
        }
        return answer.body();
    }

    /** @param headers pairs of a name and a value */
    Answer send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** An answer that is no JSON document. */
    String text(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofString()).body();
    }

    /** A status, and when to come again, if the server says so. */
    record Readiness(int status, Optional<String> retryAfter) {}

    Readiness readiness() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/health/readiness"))
                .timeout(patience)
                .build();
        HttpResponse<Void> response = HTTP.send(request, BodyHandlers.discarding());
        return new Readiness(response.statusCode(), response.headers().firstValue("Retry-After"));
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() == 503
                && response.headers().firstValue("Retry-After").isEmpty()) {
            throw new AssertionError("503 without Retry-After: " + response.body());
        }
        return new Answer(response.statusCode(), JSON.readTree(response.body().isEmpty() ? "null" : response.body()));
    }
}
