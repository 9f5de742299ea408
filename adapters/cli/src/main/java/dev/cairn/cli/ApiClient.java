package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** Talks to the HTTP API; a problem becomes a {@link CommandFailed}. */
final class ApiClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Until an answer begins: longer than the longest import. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(30);

    private static final int REDIRECTS = 300;
    private static final int REFUSALS = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    /** @param token sent with each request; none when it is empty */
    ApiClient(URI server, String token) {
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw CommandFailed.usage("The token holds characters that no token has: see CAIRN_TOKEN");
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
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + "/api/v1" + path)).timeout(ANSWER_TIMEOUT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() >= REDIRECTS) {
                throw failed(response);
            }
            return response;
        } catch (IOException e) {
            throw new CommandFailed(
                    CommandCode.SERVER_UNREACHABLE,
                    "The server at %s cannot be reached: %s".formatted(server, reason(e)),
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(CommandCode.INTERRUPTED, "Interrupted", null);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ -> "it does not answer";
            case HttpTimeoutException _ -> "it takes too long to answer";
            case ConnectException _
            when failure.getCause() != null
                    && failure.getCause() instanceof ConnectException cause
                    && cause.getCause() instanceof UnresolvedAddressException -> "there is no such host";
            case ConnectException _ -> Objects.requireNonNullElse(failure.getMessage(), "nothing listens there");
            default -> Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        };
    }

    private CommandFailed failed(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        if (status < REFUSALS) {
            String elsewhere = response.headers().firstValue("Location").orElse("another address");
            return new CommandFailed(
                    CommandCode.SERVER_MOVED,
                    "The server at %s sends us to %s: name that one".formatted(server, elsewhere),
                    null);
        }
        JsonNode problem = json(response);
        String code = problem.path("code").asText(CommandCode.ERROR.wire());
        return new CommandFailed(
                ExitCode.ofStatus(status),
                code,
                "%s (%s)".formatted(problem.path("detail").asText("HTTP " + status), code),
                problem.path("hint").isTextual() ? problem.path("hint").asText() : null);
    }

    private JsonNode json(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new CommandFailed(
                    CommandCode.NO_CAIRN,
                    "What answers at %s is no Cairn: HTTP %d, and no JSON".formatted(server, response.statusCode()),
                    null);
        }
    }
}
