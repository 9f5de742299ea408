package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.event.EventDispatcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events as a client gets them over HTTP. */
final class EventsHttpTest {
    private static final String TICKET = "{\"title\":\"One\"}";

    @TempDir
    Path directory;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(directory);
        server.post("/projects", "{\"key\":\"EV\",\"name\":\"Events\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** E1, E2 */
    @Test
    void whatHappensHasItsNumberAndFramesOfControlHaveNone() {
        try (EventReader events = EventReader.open(server, "/events?project=EV&types=ticket.created")) {
            assertThat(events.until(": live")).satisfies(lines -> {
                assertThat(lines.getFirst()).isEqualTo("retry: 3000");
                assertThat(lines.get(1)).isEqualTo("event: hello");
                assertThat(lines.get(2)).matches("data: \\{\"epoch\":\"[^\"]+\",\"newest\":1}");
                assertThat(lines).hasSize(4);
            });
            String id = server.post("/projects/EV/tickets", TICKET).field("id");
            assertThat(events.until("data: ")).satisfies(lines -> {
                assertThat(lines.getFirst()).isEqualTo("id: 2");
                assertThat(lines.get(1)).isEqualTo("event: ticket.created");
                assertThat(lines.get(2))
                        .startsWith(
                                "data: {\"seq\":2,\"type\":\"ticket.created\",\"entity\":\"ticket\",\"id\":\"%s\",\"version\":0,\"actor\":\""
                                        .formatted(id));
            });
        }
    }

    /** E2: a browser that comes back names the same address again. */
    @Test
    void theHeaderOfWhoComesBackCountsMoreThanTheAddress() {
        for (int i = 0; i < 3; i++) {
            server.post("/projects/EV/tickets", TICKET);
        }
        try (EventReader events = EventReader.open(server, "/events?after=0", "Last-Event-ID: 2")) {
            assertThat(events.until(": live").stream().filter(line -> line.startsWith("id: ")))
                    .containsExactly("id: 3", "id: 4");
        }
    }

    /** E8 */
    @Test
    void whatIsNoNumberIsRefusedAndWhatIsAheadIsAnsweredByAResync() {
        for (String wrong : List.of("x", "-1", "1.5", "", "99999999999999999")) {
            assertThat(server.get("/events?after=" + wrong).status()).isEqualTo(400);
            assertThat(server.get("/events/poll?after=" + wrong).status()).isEqualTo(400);
            try (EventReader refused = EventReader.open(server, "/events", "Last-Event-ID: " + wrong)) {
                assertThat(refused.status()).isEqualTo(400);
            }
        }
        try (EventReader events = EventReader.open(server, "/events?after=1000")) {
            List<String> lines = events.until(": live");
            assertThat(lines).contains("event: resync", "data: {\"reason\":\"too_new\",\"newest\":1}");
            assertThat(lines).noneMatch(line -> line.startsWith("id:"));
        }
        assertThat(server.get("/events/poll?after=1000&wait=20").field("resync"))
                .isEqualTo("too_new");
    }

    /** E4 */
    @Test
    void theFirstBytesComeBeforeTheLogIsAsked() {
        try (EventReader events = EventReader.open(server, "/events?after=0")) {
            assertThat(events.status()).isEqualTo(200);
            assertThat(events.head()).contains("content-type: text/event-stream");
            assertThat(events.line()).isEqualTo("retry: 3000");
            assertThat(events.line()).isEqualTo("event: hello");
        }
        assertThat(server.send("HEAD", "/events", null).status()).isEqualTo(200);
    }

    /** E4, E7 */
    @Test
    void aClientThatLeavesIsNoticed() {
        List<EventReader> all = new ArrayList<>();
        IntStream.range(0, EventDispatcher.STREAMS_PER_USER_MAX).forEach(_ -> {
            EventReader reader = EventReader.open(server, "/events");
            all.add(reader);
            reader.until(": live");
        });
        try (EventReader refused = EventReader.open(server, "/events")) {
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.head()).contains("Retry-After: 1");
        }
        all.removeLast().close();
        all.add(reopened(System.nanoTime() + 1_000_000_000L));
        all.forEach(EventReader::close);
    }

    /** Within a second after somebody left there is room. */
    private EventReader reopened(long end) {
        EventReader again = EventReader.open(server, "/events");
        while (again.status() != 200) {
            assertThat(System.nanoTime()).isLessThan(end);
            again.close();
            again = EventReader.open(server, "/events");
        }
        return again;
    }

    /** E5 */
    @Test
    void aStreamIsNeitherCompressedNorKept() {
        try (EventReader events = EventReader.open(server, "/events", "Accept-Encoding: gzip, deflate, br")) {
            assertThat(events.head())
                    .contains("X-Accel-Buffering: no", "Cache-Control: no-store")
                    .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-encoding"));
            assertThat(events.line()).isEqualTo("retry: 3000");
        }
    }

    /** E9 */
    @Test
    void aStreamEndsWithTheBrowsersSession() {
        String cookie = cookie();
        try (EventReader events = EventReader.get(server, "/events", "Cookie: " + cookie)) {
            events.until(": live");
            Answer ended = server.anonymous(
                    "DELETE",
                    "/auth/browser-session",
                    null,
                    "Cookie",
                    cookie,
                    "Origin",
                    "http://localhost:" + server.port());
            assertThat(ended.status()).isEqualTo(204);
            server.post("/projects/EV/tickets", TICKET);
            assertThat(events.rest()).noneMatch(line -> line.contains("ticket.created"));
            assertThat(events.isWhole()).isTrue();
        }
    }

    /** E10 */
    @Test
    void aBrowserFollowsWithItsCookieAndNobodyWithATokenInTheQuery() {
        try (EventReader events = EventReader.get(
                server,
                "/events",
                "Cookie: " + cookie(),
                "Accept: text/event-stream",
                "Sec-Fetch-Site: same-origin",
                "Cache-Control: no-cache")) {
            assertThat(events.status()).isEqualTo(200);
            assertThat(events.until(": live")).contains("event: hello");
        }
        for (String name : List.of("token", "access_token", "authorization")) {
            String path = "/events?%s=%s".formatted(name, server.token());
            try (EventReader refused = EventReader.get(server, path)) {
                assertThat(refused.status()).isEqualTo(401);
            }
            assertThat(server.get(path).status()).isEqualTo(400);
        }
    }

    /** E2, P15: who asks again and again is made to wait no longer than a request may take. */
    @Test
    void anAnswerIsWaitedForUpTo25Seconds() {
        assertThat(server.get("/events/poll?after=0&wait=25").json().path("items"))
                .hasSize(1);
        assertThat(server.get("/events/poll?after=1&wait=1").json().path("items"))
                .isEmpty();
        assertThat(server.get("/events/poll?after=1&wait=26").status()).isEqualTo(400);
        assertThat(server.get("/events/poll?after=1&wait=x").status()).isEqualTo(400);
    }

    private String cookie() {
        String header =
                server.post("/auth/browser-session", null).header("Set-Cookie").orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }
}
