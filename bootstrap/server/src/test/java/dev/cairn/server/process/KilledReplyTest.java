package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.model.fake.FakeProvider;
import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while an agent answers, and a rotation of keys that is: there is one answer, and every secret opens. */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
class KilledReplyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PROVIDERS = 40;
    private static final int KILLS = 5;
    private static final int PATIENCE_SECONDS = 150;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    @TempDir
    Path data;

    private FakeProvider fake;

    @BeforeEach
    void start() throws IOException {
        fake = FakeProvider.start(0);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    /** R43, T4, L21: whoever waits for the lease of the killed one waits a minute. */
    @Test
    @Tag("slow")
    void anAnswerThatWasKilledInTheMiddleIsThereOnceInTheEnd() throws Exception {
        Asked asked;
        try (ChildServer server = ChildServer.start(data)) {
            asked = asked(server.api());
            try (BufferedReader stream = followed(server, asked.run())) {
                assertThat(words(stream, 3)).isEqualTo(3);
            }
            server.kill();
        }
        try (ChildServer server = ChildServer.start(data)) {
            assertAnsweredOnce(server.api(), asked);
        }
        assertThat(fake.requests()).hasSize(2);
    }

    /** R43, T4 */
    @Test
    @Tag("slow")
    void whoFollowsAnAnswerOnAnotherServerSeesItComeAndGoOnWhenTheServerThatMadeItIsKilled() throws Exception {
        try (EmbeddedPostgres postgres = TestPostgres.builder().start()) {
            Map<String, String> environment = Map.of(
                    "CAIRN_DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
                    "CAIRN_DATABASE_USER", "postgres",
                    "CAIRN_DATABASE_PASSWORD", "postgres");
            try (ChildServer making = ChildServer.start(data.resolve("one"), environment);
                    ChildServer other = ChildServer.start(data.resolve("two"), environment)) {
                Fleet.signal("STOP", other);
                Asked asked = asked(making.api());
                try (BufferedReader stream = followed(making, asked.run())) {
                    assertThat(words(stream, 1)).isEqualTo(1);
                }
                Fleet.signal("CONT", other);
                try (BufferedReader stream = followed(other, asked.run())) {
                    assertThat(words(stream, 3))
                            .as("pieces of it while it comes")
                            .isEqualTo(3);
                    assertThat(fake.requests()).hasSize(1);
                    making.kill();
                    assertTellsAllAnew(stream);
                }
                assertAnsweredOnce(other.api(), asked);
            }
        }
        assertThat(fake.requests()).hasSize(2);
    }

    private static void assertTellsAllAnew(BufferedReader stream) throws IOException {
        StringBuilder text = new StringBuilder();
        String event = "";
        boolean restarted = false;
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            event = line.startsWith("event: ") ? line.substring("event: ".length()) : event;
            if (line.equals("event: restarted")) {
                restarted = true;
                text.setLength(0);
            } else if (line.startsWith("data: ") && event.equals("delta")) {
                text.append(JSON.readTree(line.substring("data: ".length()))
                        .path("text")
                        .asText());
            }
        }
        assertThat(restarted).isTrue();
        assertThat(text.toString().split(" ")).hasSize(20);
        assertThat(event).isEqualTo("done");
    }

    /** What was asked for, and where. */
    private record Asked(String conversation, String run) {}

    private Asked asked(Api api) throws Exception {
        provider(api, "Fake", "fake-slow", "");
        String agent = api.made("/agents", "{\"name\":\"Ada\",\"role\":\"helper\"}")
                .path("id")
                .asText();
        String where = api.made("/conversations", "{\"kind\":\"direct\",\"participants\":[\"%s\"]}".formatted(agent))
                .path("id")
                .asText();
        String run = api.made("/conversations/" + where + "/messages", "{\"content\":\"Count\"}")
                .path("runs")
                .path(0)
                .path("id")
                .asText();
        return new Asked(where, run);
    }

    private static void assertAnsweredOnce(Api api, Asked asked) throws Exception {
        JsonNode ended = ended(api, asked.run());
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("succeeded");
        assertThat(ended.path("attempt").asInt()).isEqualTo(2);
        JsonNode said = api.get("/conversations/" + asked.conversation() + "/messages")
                .body()
                .path("items");
        assertThat(said).hasSize(2);
        assertThat(said.path(1).path("id").asText())
                .isEqualTo(ended.path("messageId").asText());
        assertThat(said.path(1).path("content").asText().split(" ")).hasSize(20);
    }

    private static BufferedReader followed(ChildServer server, String run) throws IOException {
        URLConnection stream =
                server.url().resolve("/api/v1/runs/" + run + "/stream").toURL().openConnection();
        stream.setRequestProperty("Authorization", "Bearer " + server.token());
        return new BufferedReader(new InputStreamReader(stream.getInputStream(), UTF_8));
    }

    /** Reads until so many pieces of the text have come; answers how many did. */
    private static int words(BufferedReader stream, int many) throws IOException {
        int words = 0;
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            words += line.equals("event: delta") ? 1 : 0;
            if (words == many) {
                return words;
            }
        }
        return words;
    }

    private static JsonNode ended(Api api, String run) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        JsonNode found = api.get("/runs/" + run).body();
        while (found.path("finishedAt").isNull() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
            found = api.get("/runs/" + run).body();
        }
        return found;
    }

    /** R45, L16 */
    @Test
    @Tag("slow")
    void aRotationOfKeysThatWasKilledCanBeRunAgain() throws Exception {
        List<String> providers = new ArrayList<>();
        try (ChildServer server = ChildServer.start(data)) {
            for (int i = 0; i < PROVIDERS; i++) {
                providers.add(provider(server.api(), "P" + i, "fake", ",\"secret\":\"%s\"".formatted(secret(i))));
            }
            assertThat(server.terminate()).isTrue();
        }
        Path keys = data.resolve("master.key");
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            String before = Files.readString(keys);
            Process rotation = ChildServer.cairn(List.of("--data-dir", data.toString(), "secrets", "rotate"));
            while (rotation.isAlive() && Files.readString(keys).equals(before)) {
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3L * i));
            killed += rotation.isAlive() ? 1 : 0;
            rotation.destroyForcibly().waitFor();
        }
        assertThat(killed).as("rotations that were under way").isPositive();
        secrets("rotate");
        assertThat(secrets("check")).doesNotContain("secret_unreadable");
        try (ChildServer server = ChildServer.start(data)) {
            for (int i = 0; i < PROVIDERS; i++) {
                JsonNode tried = server.api().made("/providers/" + providers.get(i) + "/test", "{}");
                assertThat(tried.path("ok").asBoolean()).as(tried.toString()).isTrue();
                assertThat(fake.requests().getLast().headers()).containsEntry("authorization", "Bearer " + secret(i));
            }
        }
    }

    private String secrets(String verb) throws Exception {
        Process process = ChildServer.cairn(List.of("--data-dir", data.toString(), "secrets", verb), Map.of());
        String said = new String(process.getInputStream().readAllBytes(), UTF_8)
                + new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String secret(int number) {
        return "sk-rotated-%04d-secret".formatted(number);
    }

    private String provider(Api api, String name, String model, String more) throws Exception {
        URI base = URI.create(fake.url() + "/v1");
        return api.made("/providers", """
                        {"name":"%s","type":"custom","baseUrl":"%s","defaultModel":"%s"%s}""".formatted(name, base, model, more))
                .path("id")
                .asText();
    }
}
