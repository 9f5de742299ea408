package dev.cairn.mcp.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.cairn.mcp.protocol.Call;
import dev.cairn.mcp.tool.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** M11: a server that says nothing any more is given up, wherever in its answer it stopped. */
class AttachedWorkTest {
    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "",
                "Content-Type: application/json\r\n\r\n{\"result\":",
                "Content-Type: text/event-stream\r\n\r\n:\n\n"
            })
    void anAnswerThatDoesNotEndIsGivenUp(String begun) throws IOException {
        JsonMapper json = new JsonMapper();
        try (ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                AttachedWork work = new AttachedWork(
                        Place.UNKNOWN,
                        () -> new AttachedWork.Server(URI.create("http://127.0.0.1:" + entry.getLocalPort()), "t"),
                        json,
                        Duration.ofMillis(500))) {
            Thread.ofVirtual().start(() -> answer(entry, begun));
            ObjectNode params = json.createObjectNode().put("name", "get");
            ObjectNode answer = work.answer("tools/call", params, Call.silent());
            assertThat(answer.toString()).contains("server_gone", "may have been done");
        }
    }

    /** Who gives a status and this, and keeps in mind what was asked. */
    private static HttpServer server(int status, String type, String body, List<String> asked) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String answer(HttpServer server, String tool, Call call) {
        JsonMapper json = new JsonMapper();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (AttachedWork work = new AttachedWork(Place.UNKNOWN, () -> new AttachedWork.Server(url, "t"), json)) {
            return work.answer("tools/call", json.createObjectNode().put("name", tool), call)
                    .toString();
        }
    }

    /** M11: what is between here and the server does not know what it did. */
    @ParameterizedTest
    @CsvSource({"502,<p>", "503,<p>", "504,<p>", "504,{}", "400,<p>", "404,<p>", "500,<p>"})
    void aGatewayThatGivesUpDoesNotSayThatThereIsNoServer(int status, String body) throws IOException {
        HttpServer server = server(status, "text/html", body, new ArrayList<>());
        try {
            assertThat(answer(server, "claim_next", Call.silent()))
                    .contains(status > 500 ? "server_gone" : "server_foreign")
                    .satisfies(said ->
                            assertThat(said.contains("may have been done")).isEqualTo(status > 500));
        } finally {
            server.stop(0);
        }
    }

    /** M9 */
    @Test
    void workThatWasHandedOutToACallThatWasGivenUpGoesBack() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = server(
                200,
                "application/json",
                "{\"result\":{\"structuredContent\":{\"claimed\":true,\"claim_id\":\"c1\",\"fencing_token\":3}}}",
                asked);
        try {
            answer(server, "claim_next", Call.silent());
            assertThat(asked).hasSize(1);
            asked.clear();
            Call cancelled = Call.silent();
            cancelled.cancel();
            answer(server, "claim_next", cancelled);
            assertThat(asked).hasSize(2);
            assertThat(asked.getLast())
                    .contains("finish_claim", "\"claim\":\"c1\",\"fencing_token\":3,\"outcome\":\"release\"");
        } finally {
            server.stop(0);
        }
    }

    /** Stops in the middle, and keeps the connection open until the entry is closed. */
    private static void answer(ServerSocket entry, String begun) {
        try (Socket connection = entry.accept()) {
            String head = begun.isEmpty() ? "" : "HTTP/1.1 200 OK\r\n" + begun;
            connection.getOutputStream().write(head.getBytes(UTF_8));
            entry.accept();
        } catch (IOException e) {
            // The test is over.
        }
    }
}
