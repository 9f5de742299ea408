package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * E2: many who follow events, while somebody writes and the server is killed and comes back, go on behind the last number that they have
 * seen: nobody misses an event, and nobody sees one twice.
 */
class RestartedStreamsTest {
    private static final int PER_USER = 20;
    private static final int WRITERS = 4;
    private static final int PATIENCE_SECONDS = 120;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    @TempDir
    Path data;

    private volatile @Nullable URI server;
    private volatile long last = Long.MAX_VALUE;
    private volatile boolean written;
    private final AtomicInteger seenByAll = new AtomicInteger();

    @Test
    void aHundredMissNothingAndSeeNothingTwice() throws Exception {
        follow(100, 1);
    }

    @Test
    @Tag("slow")
    void aThousandMissNothingAndSeeNothingTwiceThroughSeveralRestarts() throws Exception {
        follow(1_000, 3);
    }

    private void follow(int many, int restarts) throws Exception {
        ChildServer running = ChildServer.start(data);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Api api = running.api();
            api.made("/projects", "{\"key\":\"EV\",\"name\":\"Events\"}");
            List<String> tokens = tokens(api, many);
            long since = log(api, 0).getLast();
            server = running.url();
            List<CompletableFuture<List<Long>>> followers = tokens.stream()
                    .map(token -> CompletableFuture.supplyAsync(() -> seen(token, since), threads))
                    .toList();
            String token = running.token();
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(CompletableFuture.runAsync(() -> write(token), threads));
            }
            for (int restart = 0; restart < restarts; restart++) {
                awaitSeen(many * 10 * (restart + 1));
                server = null;
                if (restart % 2 == 0) {
                    running.kill();
                } else {
                    assertThat(running.terminate()).isTrue();
                }
                running = ChildServer.start(data);
                server = running.url();
            }
            awaitSeen(many * 10 * (restarts + 1));
            written = true;
            CompletableFuture.allOf(writers.toArray(CompletableFuture<?>[]::new))
                    .join();
            List<Long> log = log(running.api(), since);
            last = log.getLast();
            running.api()
                    .made(
                            "/projects/EV/tickets",
                            "{\"title\":\"The end\"}"); // Whoever has seen all so far is told that it is.
            for (CompletableFuture<List<Long>> follower : followers) {
                List<Long> seen = follower.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(seen.subList(0, log.size())).isEqualTo(log);
            }
        } finally {
            written = true;
            last = 0;
            running.close();
        }
    }

    private static List<String> tokens(Api api, int many) throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        while (tokens.size() < many) {
            String agent = api.made("/users", "{\"type\":\"agent\",\"name\":\"Agent %d\"}".formatted(tokens.size()))
                    .path("id")
                    .asText();
            api.send("PUT", "/projects/EV/members/" + agent, "{\"role\":\"viewer\"}");
            String token = api.made(
                            "/tokens", "{\"name\":\"events\",\"scopes\":[\"read\"],\"userId\":\"%s\"}".formatted(agent))
                    .path("token")
                    .asText();
            for (int i = 0; i < PER_USER && tokens.size() < many; i++) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** The numbers of what happened in the project. */
    private static List<Long> log(Api api, long since) throws IOException, InterruptedException {
        List<Long> numbers = new ArrayList<>();
        long after = since;
        JsonNode part;
        do {
            part = api.get("/activity?project=EV&limit=200&after=" + after).body();
            part.path("items").forEach(entry -> numbers.add(entry.path("seq").asLong()));
            after = part.path("after").asLong();
        } while (!part.path("items").isEmpty());
        return numbers;
    }

    private void write(String token) {
        for (int i = 0; !written; i++) {
            URI now = server;
            try {
                if (now != null) {
                    new Api(now, token).post("/projects/EV/tickets", "{\"title\":\"T%d\"}".formatted(i));
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void awaitSeen(int events) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (seenByAll.get() < events && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        assertThat(seenByAll.get()).isGreaterThanOrEqualTo(events);
    }

    /** Follows, and comes back whenever the stream ends, until it has seen the last. */
    private List<Long> seen(String token, long since) {
        List<Long> seen = new ArrayList<>();
        while (last > 0 && (seen.isEmpty() || seen.getLast() <= last)) {
            URI now = server;
            try {
                if (now != null) {
                    read(now, token, seen.isEmpty() ? since : seen.getLast(), seen);
                }
            } catch (IOException e) {
                // The server is away, and comes back.
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return seen;
    }

    private void read(URI at, String token, long lastEventId, List<Long> seen) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at.getPort())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            String request =
                    "GET /api/v1/events?project=EV HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\nLast-Event-ID: %d\r\n\r\n"
                            .formatted(at.getPort(), token, lastEventId);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: resync")) {
                    throw new AssertionError("It was told that events are missing");
                }
                if (line.startsWith("id: ")) {
                    seen.add(Long.valueOf(line.substring("id: ".length())));
                    seenByAll.incrementAndGet();
                    String rest = Objects.requireNonNullElse(lines.readLine(), "") + lines.readLine();
                    if (!rest.contains("\"seq\":" + seen.getLast() + ",")) {
                        seen.removeLast(); // It ended in the middle of a frame, which is no event yet.
                        return;
                    }
                    if (seen.getLast() > last) {
                        return;
                    }
                }
            }
        }
    }
}
