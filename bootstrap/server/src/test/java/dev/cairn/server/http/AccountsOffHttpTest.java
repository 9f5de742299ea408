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
    @ValueSource(strings = {"/auth/register", "/auth/login", "/auth/logout", "/auth/logout-all", "/auth/password"})
    void theRoutesOfAccountsSayThatTheyAreOff(String path) {
        Answer answer = server.post(path, "{\"username\":\"ada\",\"password\":\"correct horse\"}");
        Problem.check(answer);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.field("code")).isEqualTo("accounts_off");
        assertThat(answer.field("hint")).contains("CAIRN_ACCOUNTS=on");
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
