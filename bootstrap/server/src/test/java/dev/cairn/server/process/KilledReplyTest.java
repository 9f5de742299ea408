package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.model.fake.FakeProvider;
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
        String run;
        String where;
        try (ChildServer server = ChildServer.start(data)) {
            Api api = server.api();
            provider(api, "Fake", "fake-slow", "");
            String agent = api.made("/agents", "{\"name\":\"Ada\",\"role\":\"helper\"}")
                    .path("id")
                    .asText();
            where = api.made("/conversations", "{\"kind\":\"direct\",\"participants\":[\"%s\"]}".formatted(agent))
                    .path("id")
                    .asText();
            run = api.made("/conversations/" + where + "/messages", "{\"content\":\"Count\"}")
                    .path("runs")
                    .path(0)
                    .path("id")
                    .asText();
            awaitWords(server, run);
            server.kill();
        }
        try (ChildServer server = ChildServer.start(data)) {
            Api api = server.api();
            JsonNode ended = ended(api, run);
            assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("succeeded");
            assertThat(ended.path("attempt").asInt()).isEqualTo(2);
            JsonNode said =
                    api.get("/conversations/" + where + "/messages").body().path("items");
            assertThat(said).hasSize(2);
            assertThat(said.path(1).path("id").asText())
                    .isEqualTo(ended.path("messageId").asText());
            assertThat(said.path(1).path("content").asText().split(" ")).hasSize(20);
        }
        assertThat(fake.requests()).hasSize(2);
    }

    private static void awaitWords(ChildServer server, String run) throws IOException {
        URLConnection stream =
                server.url().resolve("/api/v1/runs/" + run + "/stream").toURL().openConnection();
        stream.setRequestProperty("Authorization", "Bearer " + server.token());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.getInputStream(), UTF_8))) {
            int words = 0;
            for (String line = lines.readLine(); line != null && words < 3; line = lines.readLine()) {
                words += line.equals("event: delta") ? 1 : 0;
            }
            assertThat(words).isEqualTo(3);
        }
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
