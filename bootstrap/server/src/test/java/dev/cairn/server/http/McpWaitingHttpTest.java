package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent that waits for work over HTTP is told so, can give it up, and gets nothing once it has left (M9, Q14). */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class McpWaitingHttpTest {
    private static final String BOTH = "application/json, text/event-stream";
    private static final Pattern WAITING = Pattern.compile("(?m)^cairn_claims_waiting ([0-9]+)$");
    private static final int PATIENCE_SECONDS = 15;

    @TempDir
    private static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String project(String key) {
        assertThat(server.post("/projects", "{\"key\":\"%s\",\"name\":\"%s\"}".formatted(key, key))
                        .status())
                .isEqualTo(201);
        return key;
    }

    private static String call(String project, int id, String meta) {
        return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"claim_next\",\"arguments\":{\"project\":\"%s\",\"wait_seconds\":15}%s}}"
                .formatted(id, project, meta);
    }

    private static CompletableFuture<Answer> waiting(String body) {
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                () -> server.post("/mcp", body, "Accept", BOTH), Thread::startVirtualThread);
        awaitWaiting(1);
        return answer;
    }

    /** Asks until so many wait for work. */
    private static void awaitWaiting(int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int seen;
        do {
            Matcher found = WAITING.matcher(server.get("/metrics").text());
            assertThat(found.find()).isTrue();
            seen = Integer.parseInt(found.group(1));
        } while (seen != count && System.nanoTime() < end);
        assertThat(seen).isEqualTo(count);
    }

    private static void work(String project) {
        assertThat(server.post("/projects/%s/tickets".formatted(project), "{\"title\":\"Work\"}")
                        .status())
                .isEqualTo(201);
    }

    /** M9: progress, and then the answer, as one stream; a message is one event. */
    @Test
    void whoAsksForProgressIsToldThatItWaitsAndThenGetsTheWork() throws Exception {
        String project = project("TOLD");
        CompletableFuture<Answer> call = waiting(call(project, 1, ",\"_meta\":{\"progressToken\":\"mine\"}"));
        work(project);
        Answer answer = call.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(answer.header("X-Accel-Buffering")).contains("no");
        String[] events = answer.text().split("\n\n", -1);
        assertThat(events).hasSizeGreaterThanOrEqualTo(3);
        assertThat(events[0])
                .startsWith("event: message\ndata: {")
                .contains("notifications/progress", "\"progressToken\":\"mine\"", "\"total\":15");
        assertThat(events[events.length - 2]).contains("\"id\":1", "\"claimed\":true", "TOLD-1");
        assertThat(events[events.length - 1]).isEmpty();
    }

    /** M9: without a token for it, or to who takes no streams, the answer is JSON. */
    @Test
    void whoDoesNotAskForProgressIsAnsweredOnce() throws Exception {
        String project = project("ONCE");
        CompletableFuture<Answer> call = waiting(call(project, 1, ""));
        work(project);
        Answer answer = call.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.text()).contains("\"claimed\":true");
        String quick = call(project, 2, ",\"_meta\":{\"progressToken\":2}").replace("15", "0");
        assertThat(server.post("/mcp", quick, "Accept", BOTH)
                        .header("Content-Type")
                        .orElse(""))
                .startsWith("application/json");
        String deaf = call(project, 3, ",\"_meta\":{\"progressToken\":2}").replace("15", "1");
        assertThat(server.post("/mcp", deaf, "Accept", "application/json")
                        .header("Content-Type")
                        .orElse(""))
                .startsWith("application/json");
    }

    /** M9 */
    @Test
    void aCallThatWaitsIsGivenUpByAnotherMessage() throws Exception {
        String project = project("GIVEN");
        CompletableFuture<Answer> call = waiting(call(project, 71, ",\"_meta\":{\"progressToken\":2}"));
        String cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":%d}}";
        assertThat(server.post("/mcp", cancel.formatted(72)).status()).isEqualTo(202);
        awaitWaiting(1);
        assertThat(server.post("/mcp", cancel.formatted(71)).status()).isEqualTo(202);
        awaitWaiting(0);
        assertThat(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS).text()).contains("\"claimed\":false");
    }

    /** M9, Q14: what comes is the next one's. */
    @Test
    void aClientThatLeavesWaitsNoLongerAndGetsNothing() throws Exception {
        String project = project("LEFT");
        for (String meta : new String[] {"", ",\"_meta\":{\"progressToken\":2}"}) {
            byte[] body = call(project, 1, meta).getBytes(UTF_8);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.getOutputStream()
                        .write(RawClient.bytes(
                                new RawClient(server)
                                                .head(
                                                        "POST /mcp HTTP/1.1",
                                                        "Accept: " + BOTH,
                                                        "Content-Length: " + body.length)
                                        + "\r\n",
                                body));
                awaitWaiting(1);
            }
            awaitWaiting(0);
        }
        work(project);
        assertThat(server.get("/tickets/LEFT-1").text()).contains("\"status\":\"open\"");
    }
}
