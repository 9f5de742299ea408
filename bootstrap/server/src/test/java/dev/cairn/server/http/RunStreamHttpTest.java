package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.application.event.EventDispatcher;
import dev.cairn.model.fake.FakeProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What agents say, as it comes over a real server: in order, and without a gap whoever leaves and comes back (R43). */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class RunStreamHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What the model named fake-count says. */
    private static final int WORDS = 20;

    @TempDir
    private Path directory;

    private TestServer server;
    private FakeProvider fake;
    private String agent;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start(directory);
        fake = FakeProvider.start(0);
        server.post("/providers", """
                {"name":"Fake","type":"custom","baseUrl":"%s/v1","defaultModel":"fake-count"}""".formatted(fake.url()));
        agent = server.post("/agents", "{\"name\":\"Ada\",\"role\":\"helper\"}").field("id");
    }

    @AfterEach
    void stop() {
        fake.close();
        server.close();
    }

    /** An event of a stream. */
    private record Told(long id, String name, JsonNode data) {
        String text() {
            return name.equals("delta") ? data.path("text").asText() : "";
        }
    }

    private String asked() {
        String where = server.post("/conversations", "{\"kind\":\"direct\",\"participants\":[\"%s\"]}".formatted(agent))
                .field("id");
        Answer said = server.post("/conversations/" + where + "/messages", "{\"content\":\"Count\"}");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        return said.json().path("runs").path(0).path("id").asText();
    }

    private List<Told> told(String run, String... headers) {
        List<Told> events = new ArrayList<>();
        try (EventReader stream = EventReader.open(server, "/runs/" + run + "/stream", headers)) {
            assertThat(stream.status()).isEqualTo(200);
            long id = 0;
            String name = "";
            for (String line : stream.rest()) {
                if (line.startsWith("id: ")) {
                    id = Long.parseLong(line.substring("id: ".length()));
                } else if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    events.add(new Told(id, name, JSON.readTree(line.substring("data: ".length()))));
                }
            }
            assertThat(stream.isWhole()).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return events;
    }

    private static String text(List<Told> events) {
        return events.stream().map(Told::text).collect(Collectors.joining());
    }

    @Test
    void anAnswerIsToldInOrderAndGoesOnBehindAnyEventAlsoAfterItsEndAndARestart() {
        String run = asked();
        List<Told> live = told(run);
        assertThat(live).extracting(Told::id).isSorted().doesNotHaveDuplicates();
        assertThat(text(live).split(" ")).hasSize(WORDS);
        assertThat(live).extracting(Told::name).endsWith("usage", "done");
        JsonNode done = live.getLast().data();
        Answer message = server.get("/messages/" + done.path("messageId").asText());
        assertThat(message.field("content")).isEqualTo(text(live).strip());
        assertThat(done.path("finishReason").asText()).isEqualTo("stop");
        assertGoesOn(run, live);
        server.close();
        server = TestServer.start(directory);
        assertGoesOn(run, live);
        assertThat(text(told(run))).as("from its beginning").isEqualTo(text(live));
    }

    private void assertGoesOn(String run, List<Told> live) {
        for (int i = 0; i < live.size(); i++) {
            List<Told> rest = told(run, "Last-Event-ID: " + live.get(i).id());
            assertThat(text(live.subList(0, i + 1)) + text(rest)).isEqualTo(text(live));
            assertThat(rest).as("behind the end nothing comes").hasSameSizeAs(i == live.size() - 1 ? List.of() : rest);
            if (i < live.size() - 1) {
                assertThat(rest.getLast()).isEqualTo(live.getLast());
            } else {
                assertThat(rest).isEmpty();
            }
        }
    }

    @Test
    void aMessageSaysWhoIsToAnswerIt() {
        String where = server.post("/conversations", "{\"kind\":\"direct\",\"participants\":[\"%s\"]}".formatted(agent))
                .field("id");
        String messages = "/conversations/" + where + "/messages";
        for (String reply : List.of("true", "null", "\"" + agent + "\"")) {
            Answer said = server.post(messages, "{\"reply\":%s,\"content\":\"Count\"}".formatted(reply));
            assertThat(said.status()).as(said.text()).isEqualTo(201);
            JsonNode run = said.json().path("runs").path(0);
            assertThat(run.path("agentId").asText()).as(reply).isEqualTo(agent);
            var _ = told(run.path("id").asText());
        }
        Answer nobody = server.post(messages, "{\"reply\":false,\"content\":\"Count\"}");
        assertThat(nobody.status()).as(nobody.text()).isEqualTo(201);
        assertThat(nobody.json().path("runs")).isEmpty();
        for (String wrong : List.of("7", "[]", "{}", "\"Ada\"")) {
            assertThat(server.post(messages, "{\"reply\":%s,\"content\":\"Count\"}".formatted(wrong))
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsToldWhileItComesIsTheSameForAllWhoFollow() throws Exception {
        server.patch("/agents/" + agent, "{\"modelConfig\":{\"model\":\"fake-slow\"}}");
        String run = asked();
        List<Told> first = new ArrayList<>();
        Thread other = Thread.ofVirtual().start(() -> first.addAll(told(run)));
        List<Told> second = told(run);
        other.join();
        assertThat(text(second)).isNotEmpty().isEqualTo(text(first));
        assertThat(second.getLast()).isEqualTo(first.getLast());
    }

    /** T4: long before the lease of what it was about would have ended. */
    @Test
    @Timeout(40)
    void aServerThatStopsGivesAnAnswerBackToTheNextOne() {
        server.patch("/agents/" + agent, "{\"modelConfig\":{\"model\":\"fake-slow\"}}");
        String run = asked();
        try (EventReader stream = EventReader.open(server, "/runs/" + run + "/stream")) {
            assertThat(stream.until("event: delta")).isNotEmpty();
            server.close();
        }
        server = TestServer.start(directory);
        assertThat(told(run)).extracting(Told::name).endsWith("done");
        assertThat(server.get("/runs/" + run).field("status")).isEqualTo("succeeded");
    }

    /** E7, E9 */
    @Test
    void aUserFollowsTwentyTimesAtMostAndEachStreamEndsWithItsToken() {
        server.patch("/agents/" + agent, "{\"modelConfig\":{\"model\":\"fake-stall\"}}");
        String path = "/runs/" + asked() + "/stream";
        Answer token = server.post("/tokens", "{\"name\":\"reader\",\"scopes\":[\"read\"]}");
        List<EventReader> all = new ArrayList<>();
        for (int i = 0; i < EventDispatcher.STREAMS_PER_USER_MAX; i++) {
            EventReader reader = EventReader.get(server, path, "Authorization: Bearer " + token.field("token"));
            all.add(reader);
            assertThat(reader.until("retry: ")).hasSize(1);
        }
        assertThat(server.get(path).field("code")).isEqualTo("too_many_streams");
        server.delete("/tokens/" + token.field("id"));
        for (EventReader reader : all) {
            var _ = reader.rest();
            assertThat(reader.isWhole()).isTrue();
            reader.close();
        }
        assertThat(server.send("HEAD", path, null).status()).isEqualTo(200);
        try (EventReader again = EventReader.open(server, path)) {
            assertThat(again.until("event: delta")).isNotEmpty();
        }
    }

    @Test
    void anAnswerThatFailsSaysWhy() {
        server.patch("/agents/" + agent, "{\"modelConfig\":{\"model\":\"fake-unauthorized\"}}");
        List<Told> events = told(asked());
        assertThat(events).extracting(Told::name).endsWith("failed");
        assertThat(events.getLast().data().path("code").asText()).isEqualTo("unauthorized");
    }

    /** T5 */
    @Test
    void whatAnswersTookIsAddedUpForATime() {
        var _ = told(asked());
        assertThat(server.get("/usage")
                        .json()
                        .path("items")
                        .path(0)
                        .path("runs")
                        .asInt())
                .isOne();
        assertThat(server.get("/usage?since=2000-01-01T00:00:00Z&until=2001-01-01T00:00:00%2B02:00")
                        .json()
                        .path("items"))
                .isEmpty();
        for (String wrong : List.of("since=x", "until=", "since=-1000000000-01-01T00:00:00Z", "since=2026-01-01")) {
            assertThat(server.get("/usage?" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void whatIsNoNumberOfAStreamIsRefused() {
        String run = asked();
        for (String wrong : List.of("x", "-1", "99999999999999999999")) {
            try (EventReader stream = EventReader.open(server, "/runs/" + run + "/stream", "Last-Event-ID: " + wrong)) {
                assertThat(stream.status()).as(wrong).isEqualTo(400);
            }
        }
        var _ = told(run);
    }
}
