package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not get in, over a plain socket: what is refused has reached no route, and has changed nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecurityTest {
    /** Routes that there are, that take other methods, and that there are not. */
    private static final List<String> TARGETS = List.of(
            "GET /api/v1/projects",
            "GET /api/v1/projects/SEC/export",
            "HEAD /api/v1/projects",
            "OPTIONS /api/v1/projects",
            "POST /api/v1/projects/SEC/archive",
            "POST /api/v1/auth/browser-session",
            "POST /api/v1/auth/login",
            "POST /api/v1/auth/register",
            "DELETE /api/v1/auth/browser-session",
            "PUT /api/v1/projects",
            "DELETE /api/v1/projects/SEC?purge=true",
            "PATCH /api/v1/projects/SEC",
            "TRACE /api/v1/projects",
            "FOO /api/v1/projects",
            "GET /start",
            "POST /",
            "GET /metrics",
            "GET /nothing/of/ours",
            "DELETE /nothing/of/ours");

    @TempDir
    private static Path directory;

    private TestServer server;
    private String own = "";
    private String bearer = "";
    private String before = "";

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
        own = "localhost:" + server.port();
        bearer = "Bearer " + server.token();
        server.post("/projects", "{\"key\":\"SEC\",\"name\":\"Security\"}");
        before = everything();
    }

    @AfterAll
    void nothingHasChanged() {
        assertThat(everything()).isEqualTo(before);
        server.close();
    }

    private String everything() {
        return server.get("/projects/SEC/export").text()
                + server.get("/activity?limit=1").text();
    }

    /** What is wrong with a request that would be let in otherwise, and how it is refused. */
    record Attack(
            String what, String host, @Nullable String authorization, List<String> headers, int status, String code) {
        @Override
        public String toString() {
            return what;
        }
    }

    private Attack page(String what, String header, String value) {
        return new Attack(what, own, bearer, List.of(header + ": " + value), 403, "origin_not_allowed");
    }

    private Attack credential(String what, @Nullable String authorization, String code) {
        return new Attack(what, own, authorization, List.of(), 401, code);
    }

    private Attack host(String what, String host) {
        return new Attack(what, host, bearer, List.of(), 421, "host_not_allowed");
    }

    Stream<Attack> attacks() {
        String token = server.token();
        char last = token.charAt(token.length() - 1);
        String almost = token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A');
        return Stream.of(
                host("a name that was made to point here", "rebound.evil.example:" + server.port()),
                host("our name as the beginning of another", own.replace(":", ".evil.example:")),
                host("our name on another port", "localhost:1"),
                host("our name without a port", "localhost"),
                host("an address that is not listened on", "0.0.0.0:" + server.port()),
                page("a page of another site", "Origin", "https://evil.example"),
                page("a page of another port of this machine", "Origin", "http://localhost:3000"),
                page("a page of another scheme", "Origin", "https://" + own),
                page("a page without an origin", "Origin", "null"),
                page("a fetch across sites", "Sec-Fetch-Site", "cross-site"),
                page("a fetch across ports of this machine", "Sec-Fetch-Site", "same-site"),
                page("a fetch of a kind that is not known", "Sec-Fetch-Site", "else"),
                page("our origin and another one", "Origin", "http://" + own + "\r\nOrigin: https://evil.example"),
                credential("no token", null, "token_required"),
                credential("another token", "Bearer " + "A".repeat(43), "token_invalid"),
                credential("nearly the token", "Bearer " + almost, "token_invalid"),
                credential("the beginning of the token", "Bearer " + token.substring(0, 42), "token_invalid"),
                credential("the token and more", "Bearer " + token + token, "token_invalid"),
                credential("no scheme", token, "token_invalid"),
                credential("another scheme", "Basic " + token, "token_invalid"),
                credential("an empty token", "Bearer ", "token_invalid"),
                credential("two credentials", bearer + "\r\nAuthorization: " + bearer, "token_invalid"),
                new Attack(
                        "a made-up session",
                        own,
                        null,
                        List.of("Cookie: cairn_session_" + server.port() + "=" + "A".repeat(43)),
                        401,
                        "token_invalid"),
                new Attack(
                        "the token as a cookie",
                        own,
                        null,
                        List.of("Cookie: cairn_session_" + server.port() + "=" + token),
                        401,
                        "token_invalid"),
                new Attack(
                        "the token in other headers",
                        own,
                        null,
                        List.of("X-Api-Key: " + token),
                        401,
                        "token_required"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedOnEveryMethodAndPathBeforeRouting(Attack attack) {
        for (String target : TARGETS) {
            String authorization =
                    attack.authorization() == null ? "" : "Authorization: " + attack.authorization() + "\r\n";
            String request = target + " HTTP/1.1\r\nConnection: close\r\nHost: " + attack.host() + "\r\n"
                    + authorization
                    + String.join(
                            "", attack.headers().stream().map(h -> h + "\r\n").toList()) + "\r\n";
            Answer answer = Answer.parsed(server.raw(request));
            assertThat(answer.status()).as(target).isEqualTo(attack.status());
            assertThat(answer.headers()).as(target).doesNotContainKey("access-control-allow-origin");
            assertThat(answer.header("WWW-Authenticate").isPresent()).isEqualTo(attack.status() == 401);
            if (!target.startsWith("HEAD")) {
                Problem.check(answer);
                assertThat(answer.field("code")).as(target).isEqualTo(attack.code());
            }
            assertThat(answer.toString()).doesNotContain(server.token());
        }
    }

    @Test
    void aChallengeSaysBearer() {
        Answer answer = server.anonymous("GET", "/projects", null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.field("hint")).contains("token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "access_token", "Authorization", "authorization"})
    void aTokenInTheQueryIsNeverAccepted(String name) {
        for (String value : List.of(server.token(), "Bearer%20" + server.token())) {
            Answer answer = server.anonymous("GET", "/projects?" + name + "=" + value, null);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.toString()).doesNotContain(server.token());
        }
    }

    @Test
    void anAnswerToARefusedParameterDoesNotRepeatTheToken() {
        Answer answer = server.get("/projects?token=" + server.token());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.toString()).doesNotContain(server.token());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "x", ""})
    void aChangeThatAFormCanSendIsRefusedWithAndWithoutABody(String type) {
        for (String path : List.of("/projects", "/projects/SEC/archive", "/auth/browser-session", "/nothing")) {
            for (String body : List.of("", "{}")) {
                String request = server.head(
                        "POST /api/v1" + path,
                        "Host: " + own,
                        "Content-Type: " + type,
                        "Content-Length: " + body.length());
                assertThat(server.raw(request + body))
                        .as(path)
                        .startsWith("HTTP/1.1 415")
                        .contains("problem+json");
            }
        }
    }

    @Test
    void aTargetThatNamesAnotherHostIsMisdirectedWhateverTheHeaderSays() {
        String header = "Host: " + own;
        assertThat(server.raw(server.head("GET http://evil.example/api/v1/projects", header)))
                .startsWith("HTTP/1.1 421");
        assertThat(server.raw(server.head("GET http://" + own + "/api/v1/projects", header)))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void onlyHealthAnswersWithoutATokenAndOnlyUnderOurNames() {
        for (String path : List.of("/health/liveness", "/health/readiness")) {
            assertThat(server.anonymous("GET", path, null).status()).isEqualTo(200);
            assertThat(server.raw(server.head("GET " + path, "Host: evil.example")))
                    .startsWith("HTTP/1.1 421");
        }
    }

    /** Who has no token gets one there; that there may be no such route yet is seen by those who get in. */
    @Test
    void whereThereAreAccountsOneCanRegisterAndLogInWithoutAToken(@TempDir Path other) {
        try (TestServer open = TestServer.start(other, Map.of("CAIRN_ACCOUNTS", "on"))) {
            for (String way : List.of("/auth/login", "/auth/register")) {
                assertThat(open.anonymous("POST", way, "{}").status()).isNotEqualTo(401);
                assertThat(open.anonymous("POST", way, "{}", "Authorization", "Bearer over")
                                .status())
                        .isNotEqualTo(401);
                assertThat(open.anonymous("GET", way, null).status()).isEqualTo(401);
                assertThat(open.anonymous("POST", way, "{}", "Origin", "null").status())
                        .isEqualTo(403);
            }
            assertThat(open.anonymous("POST", "/auth/login/", "{}").status()).isEqualTo(401);
            assertThat(open.anonymous("GET", "/projects", null).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/../api/v1/projects",
                "/health/%2e%2e/api/v1/projects",
                "/health/..%2fapi/v1/projects",
                "/health//../api/v1/projects",
                "/health/liveness/../../api/v1/projects",
                "//health/../api/v1/projects",
                "/api/v1/projects/../../../health/liveness",
                "/api/v1/projects;/health/",
                "/Health/../api/v1/projects"
            })
    void noDetourThroughHealthLeadsToTheData(String path) {
        String request = "GET %s HTTP/1.1\r\nConnection: close\r\nHost: %s\r\n\r\n".formatted(path, own);
        Answer answer = Answer.parsed(server.raw(request));
        assertThat(answer.status()).isIn(401, 404);
        assertThat(answer.text()).doesNotContain("SEC");
    }

    @Test
    void aTokenThatIsKeptElsewhereIsLookedUpWhereWaitingIsAllowed() {
        Answer guests = server.get("/projects", "Authorization", "Bearer " + GuestAuthentication.TOKEN);
        assertThat(guests.status()).isEqualTo(200);
        Answer busy = server.get("/projects", "Authorization", "Bearer " + GuestAuthentication.TOKEN_WHILE_BUSY);
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.field("code")).isEqualTo("busy");
        assertThat(busy.header("Retry-After")).as("the token may be a good one").isPresent();
    }

    /** Such a session would outlive the token by which it was opened. */
    @Test
    void onlyTheLocalTokenOpensABrowsersSession() {
        Answer answer =
                server.post("/auth/browser-session", null, "Authorization", "Bearer " + GuestAuthentication.TOKEN);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field("code")).isEqualTo("local_token_required");
    }

    @Test
    void aPageOfOursAndSomebodyAtTheAddressBarGetIn() {
        for (String site : List.of("same-origin", "none")) {
            assertThat(server.get("/projects", "Origin", "http://" + own, "Sec-Fetch-Site", site)
                            .status())
                    .isEqualTo(200);
        }
        String token = "authorization: bearer " + server.token();
        String request = "GET /api/v1/projects HTTP/1.1\r\nConnection: close\r\nHost: %s\r\n%s\r\n\r\n"
                .formatted(own.toUpperCase(Locale.ROOT), token);
        assertThat(server.raw(request)).startsWith("HTTP/1.1 200");
    }

    /** Problems of the framework itself carry the headers too, as far as it lets us. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /a b c HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void whatIsNoProperRequestIsAProblem(String request) {
        Answer answer = Answer.parsed(server.raw(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")));
        Problem.check(answer);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectABrowser() {
        for (Answer answer : List.of(
                server.get("/projects"),
                server.get("/nothing"),
                server.anonymous("GET", "/projects", null),
                server.get("/projects", "Origin", "null"),
                server.get("/health/liveness"))) {
            assertThat(answer.headers())
                    .containsEntry(
                            "content-security-policy",
                            "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("cache-control", "no-store")
                    .doesNotContainKey("server");
        }
    }
}
