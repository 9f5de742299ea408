package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.server.http.RawClient.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P15: the bodies that are kept at once are bounded; a larger crowd is told to come back, before its bodies are read. */
final class OverloadTest {
    private static final int BODY_MAX = 300_000;
    /** Beside one body of the largest size there is room for a small one. */
    private static final int IN_FLIGHT_MAX = BODY_MAX + 1_000;

    private static final int CLIENTS = 24;

    @TempDir
    Path directory;

    private TestServer start() {
        TestServer server = TestServer.start(
                directory,
                Map.of(
                        "CAIRN_BODY_MAX_BYTES",
                        String.valueOf(BODY_MAX),
                        "CAIRN_BODIES_IN_FLIGHT_MAX_BYTES",
                        String.valueOf(IN_FLIGHT_MAX),
                        "CAIRN_STALL_TIMEOUT_SECONDS",
                        "1",
                        "CAIRN_REQUEST_TIMEOUT_SECONDS",
                        "60"));
        server.post("/projects", "{\"key\":\"OV\",\"name\":\"Overload\"}");
        return server;
    }

    private static byte[] batch() {
        String ticket = "{\"title\":\"t\",\"overview\":\"%s\"},".formatted("x".repeat(2_000));
        String items = ticket.repeat(100);
        return "{\"items\":[%s]}"
                .formatted(items.substring(0, items.length() - 1))
                .getBytes(UTF_8);
    }

    /** P3: what was stored is what was acknowledged. */
    @Test
    void aCrowdOfLargeBodiesIsAnsweredOrToldToComeBack() throws Exception {
        try (TestServer server = start();
                ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
            RawClient client = new RawClient(server);
            byte[] batch = batch();
            Callable<Said> one = () -> client.send(
                    client.head("POST /api/v1/projects/OV/tickets/batch HTTP/1.1", "Content-Length: " + batch.length),
                    batch);
            int stored = 0;
            for (Future<Said> said : pool.invokeAll(
                    IntStream.range(0, CLIENTS).mapToObj(_ -> one).toList())) {
                List<Integer> statuses = said.get().statuses();
                assertThat(statuses).as(said.get().text()).hasSize(1).isSubsetOf(201, 503);
                if (statuses.contains(503)) {
                    assertThat(said.get().text())
                            .containsIgnoringCase("retry-after: 1")
                            .contains("overloaded");
                } else {
                    stored += 100;
                }
            }
            assertThat(stored).isPositive();
            assertThat(server.get("/projects/OV/tickets?limit=1&include=total")
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(stored);
            assertThat(client.send(
                                    client.head(
                                            "POST /api/v1/projects/OV/tickets/batch HTTP/1.1",
                                            "Content-Length: " + batch.length),
                                    batch)
                            .statuses())
                    .as("all room was given back")
                    .containsExactly(201);
        }
    }

    /** Whoever waits to be told to go on never sends the body. */
    @Test
    void aBodyForWhichThereIsNoRoomIsRefusedBeforeItIsRead() throws Exception {
        try (TestServer server = start()) {
            RawClient client = new RawClient(server);
            whileThereIsNoRoom(server, client);
            assertThat(untilTaken(client))
                    .as("its room comes back with the one who took it and left")
                    .isEqualTo(400);
        }
    }

    private static void whileThereIsNoRoom(TestServer server, RawClient client) throws IOException {
        try (Socket hog = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String head = client.head(
                    "POST /api/v1/projects HTTP/1.1", "Expect: 100-continue", "Content-Length: " + BODY_MAX);
            send(hog, head + "\r\n");
            // Told to go on, it has all the room.
            byte[] told = hog.getInputStream().readNBytes("HTTP/1.1 100 Continue".length());
            assertThat(new String(told, ISO_8859_1)).isEqualTo("HTTP/1.1 100 Continue");
            String refused =
                    client.head("POST /api/v1/projects HTTP/1.1", "Expect: 100-continue", "Content-Length: 200000");
            Said said = client.exchange(RawClient.bytes(refused + "\r\n", new byte[0]), 5_000);
            assertThat(said.text()).contains("overloaded").doesNotContain("100 Continue");
            assertThat(server.get("/projects").status())
                    .as("what has no body needs no room")
                    .isEqualTo(200);
            byte[] chunks = RawClient.chunked(new byte[50_000]);
            assertThat(client.send(client.head("POST /api/v1/projects HTTP/1.1", "Transfer-Encoding: chunked"), chunks)
                            .statuses())
                    .containsExactly(503);
        }
    }

    private static int untilTaken(RawClient client) {
        byte[] body = " ".repeat(200_000).getBytes(UTF_8);
        String head = client.head("POST /api/v1/projects HTTP/1.1", "Content-Length: " + body.length);
        int status = 503;
        while (status == 503) {
            status = client.send(head, body).statuses().getFirst();
        }
        return status;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** A client that never reads would hold its connection, and the file of its export, for ever. */
    @Test
    void aClientThatNeverReadsIsHungUpOn() throws Exception {
        try (TestServer server = start();
                Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(1024);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            for (int i = 0; i < 20; i++) {
                server.post("/projects/OV/tickets/batch", new String(batch(), UTF_8));
            }
            RawClient client = new RawClient(server);
            send(deaf, client.head("GET /api/v1/projects/OV/export HTTP/1.1") + "\r\n");
            byte[] rest = new byte[8192];
            // It is read only once the server has hung up: what was under way comes, and then the end, or a reset.
            long taken = readAfterHangUp(deaf, rest);
            assertThat(taken).isLessThan(4_000_000);
        }
    }

    private static long readAfterHangUp(Socket deaf, byte[] buffer) throws IOException {
        long taken = 0;
        while (isOpenAtTheServer(deaf)) {
            Thread.onSpinWait();
        }
        try {
            for (int read = deaf.getInputStream().read(buffer);
                    read >= 0;
                    read = deaf.getInputStream().read(buffer)) {
                taken += read;
            }
        } catch (IOException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return taken;
    }

    /** A byte sent to a connection that was closed is answered by a reset, and the next one fails. */
    private static boolean isOpenAtTheServer(Socket socket) {
        try {
            socket.getOutputStream().write('\n');
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
