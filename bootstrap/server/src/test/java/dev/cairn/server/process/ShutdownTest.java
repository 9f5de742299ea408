package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P20: whoever is being served when the server is told to stop is served to the end; nobody else is. */
final class ShutdownTest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String TICKET = "{\"title\":\"the last one\"}";

    @TempDir
    Path data;

    @Test
    void aRequestInFlightIsAnsweredAndALaterOneIsTurnedAway() throws Exception {
        try (ChildServer server = ChildServer.start(data)) {
            server.api().made("/projects", "{\"key\":\"SD\",\"name\":\"Shutdown\"}");
            try (Socket inFlight = connect(server);
                    Socket idle = connect(server)) {
                send(
                        inFlight,
                        head(server, "POST /api/v1/projects/SD/tickets")
                                + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                                + TICKET.length() + "\r\n\r\n");
                BufferedReader answer = reader(inFlight);
                assertThat(answer.readLine()).contains("100");
                String get = head(server, "GET /api/v1/projects");
                send(idle, get + "\r\n");
                BufferedReader idled = reader(idle);
                assertThat(idled.readLine()).contains(" 200 ");

                ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
                process.destroy();
                while (Files.exists(data.resolve("server.json"))) {
                    Thread.onSpinWait();
                }
                while (!said(server, get + "Connection: close\r\n\r\n").contains(" 503 ")) {
                    // The address is taken away a moment before the door is closed.
                    Thread.onSpinWait();
                }
                send(idle, get + "\r\n");
                assertThat(idled.readAllAsString()).contains(" 503 ").containsIgnoringCase("connection: close");
                send(inFlight, TICKET);
                assertThat(answer.readLine()).isEmpty();
                assertThat(answer.readLine()).contains("201");
                process.onExit().get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(DatabaseCheck.column(data.resolve("cairn.db"), "SELECT title FROM tickets"))
                .containsExactly("the last one");
    }

    /** A balancer sees that nobody should come here any more before anybody is turned away. */
    @Test
    void aServerThatDrainsIsNotReadyAndServesAllTheSame() throws Exception {
        try (ChildServer server = ChildServer.start(data, Map.of("CAIRN_DRAIN_SECONDS", "120"))) {
            String last = "Connection: close\r\n\r\n";
            assertThat(said(server, head(server, "GET /health/readiness") + last))
                    .contains(" 200 ");
            ProcessHandle.of(server.pid()).orElseThrow().destroy();
            String readiness = "";
            while (!readiness.contains(" 503 ")) {
                readiness = said(server, head(server, "GET /health/readiness") + last);
            }
            assertThat(readiness)
                    .contains("\"status\":\"down\"")
                    .contains("\"code\":\"stopping\"")
                    .containsIgnoringCase("retry-after: 1");
            assertThat(said(server, head(server, "GET /health/liveness") + last))
                    .contains(" 200 ");
            assertThat(server.api()
                            .post("/projects", "{\"key\":\"DR\",\"name\":\"Drained\"}")
                            .status())
                    .isEqualTo(201);
        }
    }

    /** On a connection of its own. */
    private static String said(ChildServer server, String request) throws IOException {
        try (Socket socket = connect(server)) {
            send(socket, request);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static Socket connect(ChildServer server) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    private static String head(ChildServer server, String request) throws IOException {
        return "%s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\n"
                .formatted(request, server.url().getPort(), server.token());
    }
}
