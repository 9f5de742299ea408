package dev.cairn.mcp.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.mcp.protocol.Call;
import dev.cairn.mcp.tool.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
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
