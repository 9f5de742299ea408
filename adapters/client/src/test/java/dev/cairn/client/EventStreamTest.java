package dev.cairn.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** C4: who follows a stream is left waiting neither by a connection that says nothing any more nor by a server that does not come back. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
class EventStreamTest {
    private static final Duration SILENCE_MAX = Duration.ofMillis(300);
    private static final Duration AWAY_MAX = Duration.ofMillis(600);
    private static final String EVENTS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String SEVENTH = "id: 7\nevent: delta\ndata: {}\n\n";
    private static final String LAST = "id: 8\nevent: done\ndata: {}\n\n";

    private final List<Socket> held = new ArrayList<>();
    private ServerSocket entry;
    private ExecutorService threads;
    private Calls calls;

    @BeforeEach
    void start() throws IOException {
        entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads = Executors.newVirtualThreadPerTaskExecutor();
        calls = calls(URI.create("http://127.0.0.1:" + entry.getLocalPort()), SILENCE_MAX);
    }

    @AfterEach
    void stop() throws IOException {
        entry.close();
        for (Socket each : held) {
            each.close();
        }
        calls.close();
        threads.close();
    }

    /** Takes the next connection, answers its request so, and keeps it open; answers what was asked. */
    private List<String> answer(String text) {
        try {
            Socket connection = entry.accept();
            held.add(connection);
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
            List<String> asked = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                asked.add(line);
            }
            connection.getOutputStream().write(text.getBytes(UTF_8));
            return asked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Calls calls(URI server, Duration silenceMax) {
        return new Calls(new Transport(server, "t", silenceMax), null, null);
    }

    private EventStream follow() {
        return calls.stream(Operation.FOLLOW_RUN, null, null, "r").awayAtMost(AWAY_MAX);
    }

    @Test
    void aConnectionThatSaysNothingAnyMoreIsLeftAndGoneOnBehindTheLastEvent() throws Exception {
        Future<List<String>> second = threads.submit(() -> {
            answer(EVENTS + SEVENTH);
            return answer(EVENTS + LAST);
        });
        try (EventStream stream = follow()) {
            assertThat(stream.next().id()).isEqualTo("7");
            assertThat(stream.next().name()).isEqualTo("done");
            assertThat(stream.hasNext()).isFalse();
        }
        assertThat(second.get()).contains("Last-Event-ID: 7");
    }

    @Test
    void aServerThatStaysAwayIsSaidToBeSo() throws Exception {
        Future<List<String>> first = threads.submit(() -> answer(EVENTS + SEVENTH));
        try (EventStream stream = follow()) {
            assertThat(stream.next().id()).isEqualTo("7");
            first.get();
            entry.close();
            held.getFirst().close();
            UnreachableException lost = catchThrowableOfType(UnreachableException.class, stream::hasNext);
            assertThat(lost.code()).isEqualTo("server_unreachable");
            assertThat(lost).hasMessageContaining(calls.server().toString());
        }
    }

    @Test
    void aServerThatTakesConnectionsAndAnswersNothingIsSaidToBeAway() {
        assertThatThrownBy(this::follow)
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("it takes too long to answer");
    }

    @Test
    void anAnswerThatBreaksOffInTheMiddleIsNotWaitedFor() {
        var _ = threads.submit(() -> answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":["));
        assertThatThrownBy(() -> calls.json(Operation.POLL_EVENTS, null, null))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("it takes too long to answer");
    }

    @Test
    void whatIsNoStreamOfEventsIsNoCairn() {
        var _ = threads.submit(
                () -> answer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nHi"));
        UnreachableException foreign = catchThrowableOfType(UnreachableException.class, this::follow);
        assertThat(foreign.code()).isEqualTo("no_cairn");
    }

    @Test
    void closingTheClientEndsItsStreams() throws Exception {
        calls = calls(calls.server(), Duration.ofHours(1));
        var _ = threads.submit(() -> answer(EVENTS + SEVENTH));
        EventStream stream = follow();
        stream.next();
        Future<Boolean> waiting = threads.submit(stream::hasNext);
        threads.submit(calls::close).get(10, TimeUnit.SECONDS);
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void whoFollowsFromNowOnAsksFirstWhereNowIs() throws Exception {
        Future<List<String>> asked = threads.submit(() -> {
            List<String> targets = new ArrayList<>();
            targets.add(answer(polled(7)).getFirst());
            targets.add(answer(polled(8)).getFirst());
            targets.add(answer(polled(9)).getFirst());
            return targets;
        });
        try (Events events = new Events(calls, Fields.of(Map.of()), _ -> {})) {
            assertThat(events).isNotNull();
            assertThat(asked.get())
                    .containsExactly(
                            "GET /api/v1/events/poll HTTP/1.1",
                            "GET /api/v1/events/poll?after=7&wait=25 HTTP/1.1",
                            "GET /api/v1/events/poll?after=8&wait=25 HTTP/1.1");
        }
    }

    @Test
    void whoFollowsEventsIsLeftAloneOnceTheClientIsClosed() throws Exception {
        calls = calls(calls.server(), Duration.ofHours(1));
        Future<List<String>> asked = threads.submit(() -> answer(""));
        List<RuntimeException> away = Collections.synchronizedList(new ArrayList<>());
        Events events = new Events(calls, Fields.of(Map.of("after", 7)), new Events.Listener() {
            @Override
            public void event(Answers.Event event) {}

            @Override
            public void away(RuntimeException reason) {
                away.add(reason);
            }
        });
        asked.get();
        calls.close();
        assertThat(events.thread.join(Duration.ofSeconds(10))).isTrue();
        assertThat(away).isEmpty();
    }

    private static String polled(long after) {
        String body = "{\"epoch\":\"e\",\"after\":%d,\"resync\":null,\"items\":[]}".formatted(after);
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
    }

    @Test
    void whoWaitsIsSetFreeByAnotherThreadThatCloses() throws Exception {
        calls = calls(calls.server(), Duration.ofHours(1));
        var _ = threads.submit(() -> answer(EVENTS + SEVENTH));
        EventStream stream = follow();
        stream.next();
        Thread waiting = Thread.ofPlatform().start(() -> {
            var _ = stream.hasNext();
        });
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        threads.submit(stream::close).get(10, TimeUnit.SECONDS);
        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    }
}
