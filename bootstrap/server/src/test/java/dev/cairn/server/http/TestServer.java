package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.cli.ServerLauncher;
import dev.cairn.server.LocalServers;
import dev.cairn.server.openapi.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server on a free port and a data directory of its own, with a client. */
final class TestServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerLauncher.Running running;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestServer(ServerLauncher.Running running) {
        this.running = running;
    }

    static TestServer start(Path directory) {
        return start(directory, Map.of());
    }

    static TestServer start(Path directory, Map<String, String> environment) {
        return new TestServer(new LocalServers(environment).start(directory, 0, false));
    }

    int port() {
        return running.address().url().getPort();
    }

    String token() {
        return running.address().token();
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    Answer post(String path, @Nullable String body, String... headers) {
        return send("POST", path, body == null ? null : body.getBytes(UTF_8), headers);
    }

    Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body.getBytes(UTF_8), headers);
    }

    Answer put(String path, @Nullable String body, String... headers) {
        return send("PUT", path, body == null ? null : body.getBytes(UTF_8), headers);
    }

    /** As {@link #send}, without a token unless the headers bring one. */
    Answer anonymous(String method, String path, @Nullable String body, String... headers) {
        return exchange(method, path, body == null ? null : body.getBytes(UTF_8), headers);
    }

    /** @param headers names and values; a body is application/json unless they say otherwise */
    Answer send(String method, String path, byte @Nullable [] body, String... headers) {
        boolean shown = Arrays.stream(headers).anyMatch("Authorization"::equalsIgnoreCase);
        Stream<String> token = shown ? Stream.empty() : Stream.of("Authorization", "Bearer " + token());
        String[] all = Stream.concat(token, Arrays.stream(headers)).toArray(String[]::new);
        return exchange(method, path, body, all);
    }

    private Answer exchange(String method, String path, byte @Nullable [] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        running.address().url().resolve(base(path)))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            typed |= headers[i].equalsIgnoreCase("Content-Type");
        }
        if (body != null && !typed) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpRequest sent = request.build();
            Answer answer = Answer.of(client.send(sent, BodyHandlers.ofString()));
            Traffic.check(method, Traffic.target(sent.uri()), body, answer.status(), answer.headers(), answer.text());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes that no proper client would, and answers what came back until the server closed or fell silent. */
    String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #send}, byte for byte, for what the client's own checks refuse to send. */
    Answer rawAnswer(String method, String path, byte @Nullable [] body, List<String> headers) {
        byte[] content = body == null ? new byte[0] : body;
        StringBuilder request = new StringBuilder(method + " " + base(path)
                + " HTTP/1.1\r\nConnection: close\r\nHost: localhost:" + port() + "\r\n" + authorization());
        if (body != null) {
            request.append("Content-Length: " + content.length + "\r\n");
            if (!headers.contains("Content-Type")) {
                request.append("Content-Type: application/json\r\n");
            }
        }
        for (int i = 0; i < headers.size(); i += 2) {
            request.append(headers.get(i) + ": " + headers.get(i + 1) + "\r\n");
        }
        return Answer.parsed(raw(request + "\r\n" + new String(content, ISO_8859_1)));
    }

    /** The head of a request that the server answers and then closes. */
    String head(String requestLine, String... headers) {
        return requestLine + " HTTP/1.1\r\nConnection: close\r\n" + authorization() + String.join("\r\n", headers)
                + "\r\n\r\n";
    }

    private String authorization() {
        return "Authorization: Bearer " + token() + "\r\n";
    }

    private static String base(String path) {
        boolean outside = path.equals("/")
                || path.startsWith("/studio/")
                || path.startsWith("/docs")
                || path.startsWith("/openapi.")
                || path.startsWith("/health")
                || path.startsWith("/mcp")
                || path.equals("/metrics");
        return outside || path.startsWith("/api") ? path : "/api/v1" + path;
    }

    /** As when the process is told to stop; clients are answered meanwhile. */
    void stop() {
        running.close();
    }

    @Override
    public void close() {
        client.close();
        running.close();
    }
}
