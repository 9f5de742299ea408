package dev.cairn.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C4: what becomes of a request whose server, or whatever stands before it, does not answer. */
@Timeout(60)
class TransportTest {
    private static final Duration SILENCE_MAX = Duration.ofMillis(200);
    private static final int BACKLOG = 500;

    private static ServerSocket entry() throws IOException {
        return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    private static Transport to(ServerSocket entry, Duration silenceMax) {
        return new Transport(URI.create("http://127.0.0.1:" + entry.getLocalPort()), "t", silenceMax);
    }

    private static UnreachableException lost(Transport transport, Operation operation) {
        String target = operation.path.replaceAll("\\{\\w+}", "x");
        return catchThrowableOfType(
                UnreachableException.class, () -> transport.send(operation, target, null, null, null, null));
    }

    @Test
    void aServerThatHangsIsNotWaitedForUnlessItMayHaveMuchToDo() throws Exception {
        List<Operation> prompt =
                Arrays.stream(Operation.values()).filter(Transport::isPrompt).toList();
        assertThat(prompt)
                .contains(Operation.CREATE_TICKET, Operation.COMPLETE_CLAIM, Operation.CLAIM_ANYWHERE)
                .doesNotContain(Operation.IMPORT_FILE, Operation.CREATE_BACKUP, Operation.EXPORT_PROJECT);
        Map<Operation, Future<UnreachableException>> asked = new TreeMap<>();
        try (ServerSocket entry = entry();
                Transport transport = to(entry, SILENCE_MAX);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            prompt.forEach(each -> asked.put(each, threads.submit(() -> lost(transport, each))));
            for (Map.Entry<Operation, Future<UnreachableException>> each : asked.entrySet()) {
                assertThat(each.getValue().get())
                        .as(each.getKey().name())
                        .hasMessageContaining("answer")
                        .hasMessageContaining("cannot be reached");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aGatewayThatGivesUpDoesNotSayThatThereIsNoServer(int status) throws Exception {
        try (ServerSocket entry = entry();
                Transport transport = to(entry, Transport.SILENCE_MAX);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> answered = threads.submit(() -> {
                try (Socket connection = entry.accept()) {
                    String html =
                            "HTTP/1.1 " + status + " Sorry\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>";
                    connection.getOutputStream().write(html.getBytes(UTF_8));
                }
                return null;
            });
            UnreachableException lost = lost(transport, Operation.COMPLETE_CLAIM);
            answered.get();
            assertThat(lost.code()).isEqualTo("server_unreachable");
            assertThat(lost).hasMessageContaining("HTTP " + status).hasMessageContaining("may have been done");
        }
    }
}
