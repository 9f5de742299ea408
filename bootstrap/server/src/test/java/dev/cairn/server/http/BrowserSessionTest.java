package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A browser swaps the token for a session, and what it can do with that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserSessionTest {
    private static final String ROUTE = "/auth/browser-session";

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

    private String origin() {
        return "http://localhost:" + server.port();
    }

    /** Opens a session; answers what the browser sends from then on. */
    private String cookie() {
        Answer opened = server.post(ROUTE, null);
        assertThat(opened.status()).isEqualTo(201);
        String header = opened.header("Set-Cookie").orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }

    private int read(String cookie) {
        return server.anonymous("GET", "/projects", null, "Cookie", cookie).status();
    }

    @Test
    void theCookieIsForThisServerOnlyAndNeverTheToken() {
        Answer opened = server.post(ROUTE, null);
        String header = opened.header("Set-Cookie").orElseThrow();
        assertThat(header)
                .matches("cairn_session_%d=[A-Za-z0-9_-]{43}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict"
                        .formatted(server.port()));
        assertThat(opened.toString()).doesNotContain(server.token());
        assertThat(opened.text()).doesNotContain(header.substring(header.indexOf('=') + 1, header.indexOf(';')));
        assertThat(cookie()).isNotEqualTo(cookie());
    }

    @Test
    void aSessionReadsAndChangesFromAPageOfOurs() {
        String cookie = cookie();
        assertThat(read("other=1; " + cookie + "; more=2")).isEqualTo(200);
        Answer created = server.anonymous(
                "POST", "/projects", "{\"key\":\"BRO\",\"name\":\"B\"}", "Cookie", cookie, "Origin", origin());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
    }

    /** Where no browser says which page asks, the cookie alone proves nothing. */
    @Test
    void aChangeByCookieWithoutAnOriginIsRefused() {
        Answer answer = server.anonymous("POST", "/projects", "{\"key\":\"CSRF\",\"name\":\"C\"}", "Cookie", cookie());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field("code")).isEqualTo("origin_required");
        assertThat(server.get("/projects/CSRF").status()).isEqualTo(404);
    }

    @Test
    void aPageOfAnotherPortCannotUseTheCookieThatItShares() {
        Answer answer = server.anonymous("GET", "/projects", null, "Cookie", cookie(), "Sec-Fetch-Site", "same-site");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void aBrowserEndsItsOwnSessionAndNoOther() {
        String mine = cookie();
        String other = cookie();
        Answer ended = server.anonymous("DELETE", ROUTE, null, "Cookie", mine, "Origin", origin());
        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.header("Set-Cookie").orElse("")).contains("=; ").contains("Max-Age=0");
        assertThat(read(mine)).isEqualTo(401);
        assertThat(read(other)).isEqualTo(200);
    }

    @Test
    void theTokenEndsAllSessions() {
        String one = cookie();
        String other = cookie();
        assertThat(server.delete(ROUTE).status()).isEqualTo(204);
        assertThat(read(one)).isEqualTo(401);
        assertThat(read(other)).isEqualTo(401);
    }

    @Test
    void aSessionOpensNoOtherSession() {
        Answer answer = server.anonymous("POST", ROUTE, null, "Cookie", cookie(), "Origin", origin());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field("code")).isEqualTo("local_token_required");
    }

    @Test
    void anAnswerWithASecretIsNotKeptForRepetition() {
        assertThat(server.post(ROUTE, null, "Idempotency-Key", "k").status()).isEqualTo(400);
        assertThat(server.post(ROUTE, "{\"x\":1}").status()).isEqualTo(400);
    }

    /** A wrong token is not made good by a right cookie. */
    @Test
    void theHeaderCountsBeforeTheCookie() {
        Answer answer = server.anonymous("GET", "/projects", null, "Cookie", cookie(), "Authorization", "Bearer wrong");
        assertThat(answer.status()).isEqualTo(401);
    }
}
