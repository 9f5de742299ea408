package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.Invalid;
import dev.cairn.server.LocalServers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts are off until somebody switches them on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountsOffHttpTest {
    @TempDir
    private static Path directory;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/register", "/auth/login", "/auth/password"})
    void theRoutesOfAccountsSayThatTheyAreOff(String path) {
        Answer answer = server.post(path, "{\"username\":\"ada\",\"password\":\"correct horse\"}");
        Problem.check(answer);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.field("code")).isEqualTo("accounts_off");
        assertThat(answer.field("hint")).contains("CAIRN_ACCOUNTS=on");
    }

    /** A server whose accounts were switched off again still ends the sessions of before. */
    @Test
    void sessionsAreListedAndEndedAllTheSame(@TempDir Path other) {
        String session;
        try (TestServer before = TestServer.start(other, Map.of("CAIRN_ACCOUNTS", "on"))) {
            session = before.post("/auth/register", "{\"username\":\"ada\",\"password\":\"correct horse\"}")
                    .field("token");
        }
        try (TestServer off = TestServer.start(other)) {
            String[] mine = {"Authorization", "Bearer " + session};
            assertThat(off.get("/auth/sessions", mine).json().at("/items")).hasSize(1);
            assertThat(off.post("/auth/logout", null, mine).status()).isEqualTo(204);
            assertThat(off.get("/auth/me", mine).status()).isEqualTo(401);
        }
    }

    @Test
    void theOwnerIsThereAndMakesTokensForPrograms() {
        assertThat(server.get("/auth/me").json().at("/user/name").asText()).isEqualTo("owner");
        assertThat(server.post("/tokens", "{\"name\":\"agent\",\"scopes\":[\"claim\"]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anUnclearSwitchIsRefusedAtTheStart(@TempDir Path other) {
        assertThatThrownBy(() -> new LocalServers(Map.of("CAIRN_ACCOUNTS", "maybe")).start(other, 0, false))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("CAIRN_ACCOUNTS");
    }
}
