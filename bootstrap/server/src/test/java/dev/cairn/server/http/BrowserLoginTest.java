package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Where accounts are on, people log in on the page; their session is in a cookie that no script sees. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class BrowserLoginTest {
    private static final String ADA = "{\"username\":\"ada\",\"password\":\"correct horse battery\"";

    @TempDir
    private static Path directory;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(directory, Map.of("CAIRN_ACCOUNTS", "on"));
        assertThat(server.post("/auth/register", ADA + "}").status()).isEqualTo(201);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String origin() {
        return "http://localhost:" + server.port();
    }

    private Answer logIn() {
        return server.anonymous("POST", "/auth/login", ADA + ",\"browser\":true}", "Origin", origin());
    }

    private static String cookie(Answer answer) {
        String header = answer.header("Set-Cookie").orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }

    private int read(String cookie) {
        return server.anonymous("GET", "/projects", null, "Cookie", cookie).status();
    }

    @Test
    void theTokenIsInACookieForThisServerAndNotInTheAnswer() {
        Answer answer = logIn();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie").orElseThrow()).contains("HttpOnly; SameSite=Strict");
        String cookie = cookie(answer);
        assertThat(answer.text())
                .contains("\"name\":\"ada\"")
                .doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
        assertThat(read(cookie)).isEqualTo(200);
    }

    @Test
    void aChangeNamesItsOrigin() {
        String cookie = cookie(logIn());
        String project = "{\"key\":\"LOG\",\"name\":\"Logged in\"}";
        assertThat(server.anonymous("POST", "/projects", project, "Cookie", cookie)
                        .field("code"))
                .isEqualTo("origin_required");
        assertThat(server.anonymous("POST", "/projects", project, "Cookie", cookie, "Origin", origin())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void loggingOutEndsThisSessionOnly() {
        String mine = cookie(logIn());
        String other = cookie(logIn());
        Answer ended = server.anonymous("DELETE", "/auth/browser-session", null, "Cookie", mine, "Origin", origin());
        assertThat(ended.status()).isEqualTo(204);
        assertThat(read(mine)).isEqualTo(401);
        assertThat(read(other)).isEqualTo(200);
    }

    @Test
    void anApiTokenInACookieIsNobody() {
        String token = server.post("/tokens", "{\"name\":\"t\",\"scopes\":[\"read\"]}")
                .json()
                .path("token")
                .asText();
        String name = cookie(logIn()).split("=", 2)[0];
        assertThat(token).isNotEmpty();
        assertThat(read(name + "=" + token)).isEqualTo(401);
    }
}
