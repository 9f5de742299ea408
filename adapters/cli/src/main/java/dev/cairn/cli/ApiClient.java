package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Talks to the HTTP API; a problem becomes a {@link CommandFailed}. */
final class ApiClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    /** @param token sent with each request; none when it is empty */
    ApiClient(URI server, String token) {
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new CommandFailed(ExitCode.USAGE, "The token holds characters that no token has: see CAIRN_TOKEN");
        }
        this.server = server;
        this.token = token;
    }

    JsonNode get(String path) {
        return json(send(request(path).GET().build()));
    }

    JsonNode post(String path, String contentType, BodyPublisher body) {
        return json(send(
                request(path).header("Content-Type", contentType).POST(body).build()));
    }

    /** An answer of any size; the caller closes it. */
    InputStream open(String path) {
        return send(request(path).GET().build()).body();
    }

    URI server() {
        return server;
    }

    @Override
    public void close() {
        http.close();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1" + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() >= 400) {
                throw failed(response);
            }
            return response;
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.UNREACHABLE, "The server at %s cannot be reached: %s".formatted(server, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.ERROR, "Interrupted");
        }
    }

    private static CommandFailed failed(HttpResponse<InputStream> response) {
        JsonNode problem = json(response);
        String hint =
                problem.path("hint").isTextual() ? "\n" + problem.path("hint").asText() : "";
        return new CommandFailed(
                ExitCode.ofStatus(response.statusCode()),
                "%s (%s)%s"
                        .formatted(
                                problem.path("detail").asText("HTTP " + response.statusCode()),
                                problem.path("code").asText("error"),
                                hint));
    }

    private static JsonNode json(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.ERROR, "The server's answer is not JSON (HTTP %d)".formatted(response.statusCode()));
        }
    }
}
