package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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
        return cookie(server);
    }

    private static String cookie(TestServer server) {
        Answer opened = server.post(ROUTE, null);
        assertThat(opened.status()).isEqualTo(201);
        String header = opened.header("Set-Cookie").orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }

    private int read(String cookie) {
        return read(server, cookie);
    }

    private static int read(TestServer server, String cookie) {
        return server.anonymous("GET", "/projects", null, "Cookie", cookie).status();
    }

    /** The cookie as the browser has it of another port. */
    private static String of(TestServer server, String cookie) {
        return "cairn_session_%d=%s".formatted(server.port(), cookie.substring(cookie.indexOf('=') + 1));
    }

    @Test
    void theCookieIsForThisServerOnlyAndNeverTheToken() {
        Answer opened = server.post(ROUTE, null);
        String header = opened.header("Set-Cookie").orElseThrow();
        assertThat(header)
                .matches(
                        "cairn_session_%d=cairn_s_[A-Za-z0-9_-]{43}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict"
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

    /** R16 */
    @Test
    void aSessionGoesOnWhenTheServerStartsAgain(@TempDir Path data) {
        String cookie;
        try (TestServer first = TestServer.start(data)) {
            cookie = cookie(first);
            assertThat(read(first, cookie)).isEqualTo(200);
        }
        try (TestServer second = TestServer.start(data)) {
            assertThat(read(second, of(second, cookie))).isEqualTo(200);
            assertThat(second.delete(ROUTE).status()).isEqualTo(204);
            assertThat(read(second, of(second, cookie))).isEqualTo(401);
        }
    }

    /** Whichever of them a proxy asks (G4). */
    @Test
    @Tag("postgres")
    void aSessionIsGoodAtAllServersOfADatabase(@TempDir Path data) throws IOException {
        try (EmbeddedPostgres postgres = TestPostgres.builder().start()) {
            Map<String, String> environment = Map.of(
                    "CAIRN_DATABASE_URL",
                    "postgres://postgres:postgres@localhost:%d/postgres".formatted(postgres.getPort()));
            try (TestServer one = TestServer.start(data.resolve("one"), environment);
                    TestServer other = TestServer.start(data.resolve("other"), environment)) {
                String cookie = cookie(one);
                assertThat(read(other, of(other, cookie))).isEqualTo(200);
                String ending = of(other, cookie);
                assertThat(other.anonymous(
                                        "DELETE",
                                        ROUTE,
                                        null,
                                        "Cookie",
                                        ending,
                                        "Origin",
                                        "http://localhost:" + other.port())
                                .status())
                        .isEqualTo(204);
                assertThat(read(one, cookie)).isEqualTo(401);
            }
        }
    }

    /** A wrong token is not made good by a right cookie. */
    @Test
    void theHeaderCountsBeforeTheCookie() {
        Answer answer = server.anonymous("GET", "/projects", null, "Cookie", cookie(), "Authorization", "Bearer wrong");
        assertThat(answer.status()).isEqualTo(401);
    }
}
