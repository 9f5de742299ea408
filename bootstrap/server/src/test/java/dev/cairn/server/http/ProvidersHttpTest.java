package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.fake.FakeProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers of models over HTTP, with one that pretends (R45, R46, L12, L18). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class ProvidersHttpTest {
    private static final String SECRET = "sk-canary-7Hq2Zt9LwB-tail";

    @TempDir
    private static Path directory;

    private TestServer server;
    private FakeProvider fake;

    @BeforeAll
    void start() throws IOException {
        server = TestServer.start(directory);
        fake = FakeProvider.start(0);
    }

    @AfterAll
    void stop() {
        fake.close();
        server.close();
    }

    private Answer create(String name, String path, String more) {
        return server.post("/providers", """
                {"name":"%s","type":"custom","baseUrl":"%s%s","defaultModel":"fake"%s}""".formatted(name, fake.url(), path, more));
    }

    @Test
    void aSecretGoesInAndOnlyItsHintComesOut() {
        Answer made = create("Work", "/v1", ",\"secret\":\"" + SECRET + "\"");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.field("keyHint")).isEqualTo("…tail");
        assertThat(made.field("type")).isEqualTo("custom");
        assertThat(made.json().has("secret")).isFalse();
        String path = "/providers/" + made.field("id");
        Answer tried = server.post(path + "/test", null);
        assertThat(tried.json().path("ok").asBoolean()).as(tried.text()).isTrue();
        assertThat(tried.json().path("latencyMs").isIntegralNumber()).isTrue();
        assertThat(fake.requests().getLast().headers()).containsEntry("authorization", "Bearer " + SECRET);
        Answer moved = server.patch(
                path, "{\"baseUrl\":\"http://localhost:" + fake.url().getPort() + "/v1\"}");
        assertThat(moved.json().path("keyHint").isNull())
                .as("at another origin")
                .isTrue();
        Answer again = server.patch(path, "{\"secret\":\"" + SECRET + "\"}");
        assertThat(again.field("keyHint")).isEqualTo("…tail");
        assertThat(server.patch(path, "{\"secret\":null}")
                        .json()
                        .path("keyHint")
                        .isNull())
                .isTrue();
        for (Answer answer : List.of(
                made, tried, moved, again, server.get(path), server.get("/providers"), server.get("/activity"))) {
            assertThat(answer.text()).doesNotContain("canary");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unauthorized", "rate_limited", "failing", "redirect", "html", "invalid"})
    void aTrialSaysWhatWentWrongAndNotTheKey(String scenario) {
        Answer made =
                create("At " + scenario, "/" + scenario.replace('_', '-') + "/v1", ",\"secret\":\"" + SECRET + "\"");
        Answer tried = server.post("/providers/" + made.field("id") + "/test", null);
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.json().path("ok").asBoolean()).isFalse();
        assertThat(tried.field("kind")).isNotBlank();
        assertThat(tried.field("message")).isNotBlank();
        assertThat(tried.text()).doesNotContain("canary").doesNotContain("<title>");
        assertThat(fake.trapped()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "https://10.0.0.1",
                "https://2130706433",
                "https://[::ffff:10.0.0.1]",
                "http://example.org",
                "https://user:pw@example.org",
                "https://metadata.google.internal",
                "https://example.org/../x",
                "ftp://example.org"
            })
    void anAddressWhereNothingIsSentIsRefused(String url) {
        Answer refused = server.post("/providers", """
                {"name":"Bad","type":"custom","baseUrl":"%s","defaultModel":"m"}""".formatted(url));
        Problem.check(refused);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/baseUrl");
    }

    @Test
    void whatHoldsASecretTakesNoIdempotencyKey() {
        Answer refused = server.post(
                "/providers",
                "{\"name\":\"A\",\"type\":\"ollama\",\"defaultModel\":\"m\",\"secret\":\"" + SECRET + "\"}",
                "Idempotency-Key",
                "once");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).doesNotContain("canary");
    }

    @Test
    void theSecretsAreCheckedAndGetAnotherKey() {
        create("Sealed", "/v1", ",\"secret\":\"" + SECRET + "\"");
        Answer checked = server.get("/secrets/check");
        assertThat(checked.json().path("secrets").asInt()).isPositive();
        assertThat(checked.json().path("unreadable")).isEmpty();
        Answer rotated = server.post("/secrets/rotate", null);
        assertThat(rotated.json().path("resealed").asInt()).isPositive();
        assertThat(rotated.json().path("droppedKeys")).hasSize(1);
        assertThat(server.get("/secrets/check").json().path("unreadable")).isEmpty();
    }

    @Test
    void oneIsTheDefaultAndOneThatIsDeactivatedIsNot() {
        String one = "/providers/" + create("One", "/v1", "").field("id");
        String two = "/providers/" + create("Two", "/v1", "").field("id");
        assertThat(server.post(one + "/default", null).json().path("isDefault").asBoolean())
                .isTrue();
        assertThat(server.post(two + "/default", null).json().path("isDefault").asBoolean())
                .isTrue();
        assertThat(server.get(one).json().path("isDefault").asBoolean()).isFalse();
        assertThat(server.post(two + "/deactivate", null)
                        .json()
                        .path("isDefault")
                        .asBoolean())
                .isFalse();
        assertThat(server.post(two + "/default", null).field("code")).isEqualTo("already_deactivated");
        assertThat(server.get("/providers?active=false").json().at("/items")).hasSize(1);
        assertThat(server.post(two + "/activate", null).status()).isEqualTo(200);
        assertThat(server.delete(two).status()).isEqualTo(204);
        assertThat(server.get(two).status()).isEqualTo(404);
    }
}
