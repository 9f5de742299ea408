package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, tokens, preferences and settings over HTTP, on a server where accounts are on (R13–R18). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountsHttpTest {
    private static final String SECRET = "correct horse battery";
    private static final int ATTEMPTS_PER_NAME = 10;

    @TempDir
    private static Path directory;

    private TestServer server;
    private Answer ada;

    @BeforeAll
    void start() {
        server = TestServer.start(directory, Map.of("CAIRN_ACCOUNTS", "on"));
        ada = server.post("/auth/register", credentials("ada", SECRET));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String credentials(String username, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
    }

    @Test
    void registeringAnswersUserSessionAndToken() {
        assertThat(ada.status()).isEqualTo(201);
        JsonNode body = ada.json();
        assertThat(ada.header("Location"))
                .contains("/api/v1/users/" + body.at("/user/id").asText());
        assertThat(body.at("/user/name").asText()).isEqualTo("ada");
        assertThat(body.at("/user/systemRole").asText()).isEqualTo("admin");
        assertThat(body.at("/token").asText()).matches("cairn_s_[A-Za-z0-9_-]{43}");
        assertThat(body.at("/session").has("expiresAt")).isTrue();
        assertThat(ada.text()).doesNotContain("tokenHash", SECRET, "argon2");
        assertThat(server.get("/users/" + body.at("/user/id").asText()).json()).isEqualTo(body.at("/user"));
    }

    @Test
    void aLoginAnswersAnotherTokenAndAWrongOneAChallenge() {
        Answer right = server.post("/auth/login", credentials("Ada", SECRET));
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.field("token")).isNotEqualTo(ada.field("token"));
        Answer wrong = server.post("/auth/login", credentials("ada", "incorrect horse"));
        Answer unknown = server.post("/auth/login", credentials("nobody", SECRET));
        for (Answer refused : new Answer[] {wrong, unknown}) {
            Problem.check(refused);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.field("code")).isEqualTo("invalid_credentials");
            assertThat(refused.header("WWW-Authenticate")).contains("Bearer");
        }
        assertThat(wrong.field("detail")).isEqualTo(unknown.field("detail"));
    }

    /** R15: what can be nobody's password is a wrong one, and counts. */
    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000", "\\ud800abcdefgh"})
    void aPasswordThatIsNoneIsAWrongOne(String password) {
        String login = "{\"username\":\"short%d\",\"password\":\"%s\"}".formatted(password.length(), password);
        for (int i = 0; i < ATTEMPTS_PER_NAME; i++) {
            Answer refused = server.post("/auth/login", login);
            assertThat(refused.status()).as(refused.text()).isEqualTo(401);
            assertThat(refused.field("code")).isEqualTo("invalid_credentials");
        }
        assertThat(server.post("/auth/login", login).status()).isEqualTo(429);
        assertThat(server.post("/auth/login", credentials("long", "x".repeat(10_000)))
                        .status())
                .isEqualTo(401);
    }

    /** All come from 127.0.0.1. */
    @Test
    void whoTriesOneNameWithoutEndKeepsNobodyElseOut() {
        for (int i = 0; i < 80; i++) {
            assertThat(server.post("/auth/login", credentials("sisyphus", "wrong"))
                            .status())
                    .isIn(401, 429);
        }
        assertThat(server.post("/auth/login", credentials("Ada", SECRET)).status())
                .isEqualTo(200);
        assertThat(server.get("/projects").status()).isEqualTo(200);
    }

    /** A session that has ended is no reason to look for a file. */
    @Test
    void whoseTokenHasEndedIsToldToLogInAgain() {
        Answer ended = server.get("/projects", "Authorization", "Bearer " + "x".repeat(43));
        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.field("hint")).startsWith("Log in again");
    }

    @Test
    void tooManyAttemptsForOneNameAreToldWhenToComeBack() {
        for (int i = 0; i < ATTEMPTS_PER_NAME; i++) {
            assertThat(server.post("/auth/login", credentials("many", SECRET)).status())
                    .isEqualTo(401);
        }
        Answer answer = server.post("/auth/login", credentials("MANY", SECRET));
        Problem.check(answer);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(1, 15 * 60);
        assertThat(server.post("/auth/login", credentials("other", SECRET)).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/register,{}",
        "/auth/login,{}",
        "/auth/password,{}",
        "/tokens,{}",
        "/users,{\"type\":\"human\"}",
        "/auth/browser-session,{}"
    })
    void anIdempotencyKeyIsRefusedWhereThereAreSecrets(String path, String body) {
        Answer answer = server.post(path, body, "Idempotency-Key", "k");
        Problem.check(answer);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/Idempotency-Key");
    }

    @Test
    void aTokenIsShownOnceAndThenOnlyItsBeginning() {
        Answer created = server.post("/tokens", "{\"name\":\"ci\",\"scopes\":[\"read\",\"claim\"]}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String token = created.field("token");
        assertThat(token).startsWith(created.field("prefix"));
        Answer shown = server.get(created.header("Location").orElseThrow());
        assertThat(shown.json().at("/scopes/0").asText()).isEqualTo("read");
        assertThat(shown.text()
                        + server.get("/tokens").text()
                        + server.get("/activity").text())
                .doesNotContain(token, "tokenHash");
        assertThat(server.get("/tokens").json().at("/items/0/name").asText()).isEqualTo("ci");
        assertThat(server.delete("/tokens/" + created.field("id")).status()).isEqualTo(204);
        assertThat(server.get("/tokens").json().at("/items")).isEmpty();
    }

    @Test
    void anAgentIsAUserWithoutAnAccount() {
        Answer agent = server.post("/users", "{\"type\":\"agent\",\"name\":\"Robot\"}");
        assertThat(agent.status()).as(agent.text()).isEqualTo(201);
        String id = agent.field("id");
        assertThat(agent.header("ETag")).contains("\"0\"");
        assertThat(server.get("/users?type=agent&active=true&q=rob&include=total")
                        .json()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        Answer renamed = server.patch("/users/" + id, "{\"name\":\"Hal\",\"presence\":\"busy\"}", "If-Match", "\"0\"");
        assertThat(renamed.field("presence")).isEqualTo("busy");
        assertThat(server.patch("/users/" + id, "{}", "If-Match", "\"0\"").status())
                .isEqualTo(412);
        assertThat(server.post("/users/" + id + "/deactivate", null).json().hasNonNull("deactivatedAt"))
                .isTrue();
        assertThat(server.post("/users/" + id + "/deactivate", null).field("code"))
                .isEqualTo("already_deactivated");
        assertThat(server.post("/users/" + id + "/reactivate", null).json().hasNonNull("deactivatedAt"))
                .isFalse();
    }

    @Test
    void anAgentHasNoSecretsAndIsMadeOnceForOneIdempotencyKey() {
        String body = "{\"type\":\"agent\",\"name\":\"Once\"}";
        Answer first = server.post("/users", body, "Idempotency-Key", "agent");
        Answer again = server.post("/users", body, "Idempotency-Key", "agent");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
    }

    @Test
    void aPersonSeesTheirOwnSessionsAndEndsOneOfThem() {
        Answer registered = server.anonymous("POST", "/auth/register", credentials("sue", SECRET));
        Answer other = server.anonymous("POST", "/auth/login", credentials("sue", SECRET), "User-Agent", "phone");
        String[] sue = {"Authorization", "Bearer " + registered.field("token")};
        JsonNode items = server.get("/auth/sessions", sue).json().at("/items");
        assertThat(items).hasSize(2);
        JsonNode newest = items.get(0);
        assertThat(newest.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("id", "createdAt", "lastSeenAt", "expiresAt", "userAgent", "current");
        assertThat(newest.at("/userAgent").asText()).isEqualTo("phone");
        assertThat(newest.at("/current").asBoolean()).isFalse();
        assertThat(items.get(1).at("/current").asBoolean()).isTrue();
        String phone = "/auth/sessions/" + newest.at("/id").asText();
        assertThat(server.delete(phone).status()).as("Ada's request").isEqualTo(404);
        assertThat(server.delete(phone, sue).status()).isEqualTo(204);
        assertThat(server.delete(phone, sue).status()).as("it has ended").isEqualTo(404);
        assertThat(server.get("/auth/me", "Authorization", "Bearer " + other.field("token"))
                        .status())
                .isEqualTo(401);
        assertThat(server.get("/auth/sessions", sue).json().at("/items")).hasSize(1);
        assertThat(server.get("/auth/sessions?limit=1&sort=createdAt", sue).status())
                .isEqualTo(200);
    }

    @Test
    void preferencesAndSettingsAreReadAndChanged() {
        assertThat(server.get("/preferences").field("theme")).isEqualTo("system");
        assertThat(server.patch("/preferences", "{\"theme\":\"dark\"}").field("theme"))
                .isEqualTo("dark");
        assertThat(server.patch("/preferences", "{\"theme\":\"system\"}").status())
                .isEqualTo(200);
        assertThat(server.get("/settings").json().path("openRegistration").asBoolean())
                .isTrue();
        assertThat(server.patch("/settings", "{\"openRegistration\":false}").status())
                .isEqualTo(200);
        assertThat(server.post("/auth/register", credentials("late", SECRET)).field("code"))
                .isEqualTo("registration_closed");
        assertThat(server.patch("/settings", "{\"openRegistration\":true}").status())
                .isEqualTo(200);
        assertThat(server.put("/settings/user/board.columns", "{\"value\":[1,{\"a\":null}]}")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/settings/user").json().at("/board.columns/1").has("a"))
                .isTrue();
        assertThat(server.delete("/settings/user/board.columns").status()).isEqualTo(204);
        assertThat(server.delete("/settings/user/board.columns").status()).isEqualTo(404);
    }

    @Test
    void theCallerIsToldWhoTheyAre() {
        JsonNode me = server.get("/auth/me").json();
        assertThat(me.at("/user/id").asText())
                .isEqualTo(ada.json().at("/user/id").asText());
        assertThat(me.at("/scopes")).hasSize(4);
    }

    @Test
    void whoeverLogsInIsThemselvesUntilTheyLogOut() {
        Answer registered = server.anonymous("POST", "/auth/register", credentials("bob", SECRET));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertThat(registered.json().at("/user/systemRole").asText()).isEqualTo("member");
        Answer other = server.anonymous("POST", "/auth/login", credentials("bob", SECRET));
        String[] bob = {"Authorization", "Bearer " + registered.field("token")};
        String[] again = {"Authorization", "Bearer " + other.field("token")};
        assertThat(server.anonymous("GET", "/auth/me", null, bob)
                        .json()
                        .at("/user/name")
                        .asText())
                .isEqualTo("bob");
        Answer refused = server.anonymous("PATCH", "/settings", "{\"openRegistration\":false}", bob);
        assertThat(refused.field("code")).isEqualTo("admin_required");
        assertThat(server.anonymous("POST", "/auth/logout", null, bob).status()).isEqualTo(204);
        assertThat(server.anonymous("GET", "/auth/me", null, bob).status()).isEqualTo(401);
        assertThat(server.anonymous("GET", "/auth/me", null, again).status()).isEqualTo(200);
        assertThat(server.anonymous("POST", "/auth/logout-all", null, again)
                        .json()
                        .path("ended")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.anonymous("GET", "/auth/me", null, again).status()).isEqualTo(401);
    }

    @Test
    void aTokenForAProgramDoesWhatItsScopesSay() {
        Answer created = server.post("/tokens", "{\"name\":\"reader\",\"scopes\":[\"read\"]}");
        String[] reader = {"Authorization", "Bearer " + created.field("token")};
        assertThat(server.anonymous("GET", "/auth/me", null, reader).json().at("/scopes"))
                .hasSize(1);
        assertThat(server.anonymous("PATCH", "/preferences", "{\"theme\":\"dark\"}", reader)
                        .field("code"))
                .isEqualTo("scope_required");
        assertThat(server.anonymous("POST", "/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"]}", reader)
                        .field("code"))
                .isEqualTo("session_required");
        server.delete("/tokens/" + created.field("id"));
        assertThat(server.anonymous("GET", "/auth/me", null, reader).status()).isEqualTo(401);
    }

    /** What one of somebody's programs was answered is not for another that may do less. */
    @Test
    void anIdempotencyKeyIsTheTokensOwn() {
        Answer registered = server.anonymous("POST", "/auth/register", credentials("keyed", SECRET));
        String project = "{\"key\":\"ONCE\",\"name\":\"Once\"}";
        String[] writer = keyed(program(registered, "\"read\",\"write\""));
        String[] reader = keyed(program(registered, "\"read\""));
        assertThat(server.anonymous("POST", "/projects", project, writer).status())
                .isEqualTo(201);
        assertThat(server.anonymous("POST", "/projects", project, writer).header("Idempotency-Replayed"))
                .contains("true");
        assertThat(server.anonymous("POST", "/projects", project, reader).field("code"))
                .isEqualTo("scope_required");
        assertThat(server.anonymous("POST", "/projects", project, keyed(registered.field("token")))
                        .status())
                .isEqualTo(409);
    }

    private String program(Answer registered, String scopes) {
        String wanted = "{\"name\":\"program\",\"scopes\":[%s]}".formatted(scopes);
        return server.anonymous("POST", "/tokens", wanted, "Authorization", "Bearer " + registered.field("token"))
                .field("token");
    }

    private static String[] keyed(String token) {
        return new String[] {"Authorization", "Bearer " + token, "Idempotency-Key", "once"};
    }

    /** ADR 16: it is told again what it was told before, and does nothing. */
    @Test
    void whoIsNoMemberAnyMoreGetsTheAnswerItGotAgainAndNothingElse() {
        Answer registered = server.anonymous("POST", "/auth/register", credentials("left", SECRET));
        String[] left = {"Authorization", "Bearer " + registered.field("token"), "Idempotency-Key", "k"};
        String member =
                "/projects/LEFT/members/" + registered.json().at("/user/id").asText();
        server.post("/projects", "{\"key\":\"LEFT\",\"name\":\"Left\"}");
        server.put(member, "{\"role\":\"editor\"}");
        String ticket = "{\"title\":\"mine\"}";
        Answer first = server.anonymous("POST", "/projects/LEFT/tickets", ticket, left);
        server.delete(member);
        Answer again = server.anonymous("POST", "/projects/LEFT/tickets", ticket, left);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(server.anonymous("POST", "/projects/LEFT/tickets", "{}", left)
                        .status())
                .isEqualTo(422);
        left[3] = "another";
        assertThat(server.anonymous("POST", "/projects/LEFT/tickets", ticket, left)
                        .status())
                .isEqualTo(404);
        assertThat(server.get("/projects/LEFT/tickets").json().at("/items")).hasSize(1);
    }

    static Stream<HttpRefusalsTest.Case> refusals() {
        String unknown = "0000000000001";
        return Stream.of(
                refusal("POST", "/auth/register", credentials("ADA", SECRET), 409, "username_taken"),
                refusal("POST", "/auth/register", credentials("ab", SECRET), 400, "length"),
                refusal("POST", "/auth/register", credentials("a b c", SECRET), 400, "format"),
                refusal("POST", "/auth/register", credentials("abc", "short"), 400, "length"),
                refusal("POST", "/auth/register", credentials("abc", "x".repeat(129)), 400, "length"),
                refusal("POST", "/auth/register", credentials("abc", "\\ud800xxxxxxx"), 400, "characters"),
                refusal("POST", "/auth/register", "{\"username\":\"abc\"}", 400, "required"),
                refusal("POST", "/auth/register", "{\"username\":7,\"password\":\"x\"}", 400, "invalid"),
                refusal(
                        "POST",
                        "/auth/register",
                        "{\"username\":\"abc\",\"password\":\"correct horse\",\"systemRole\":\"admin\"}",
                        400,
                        "invalid"),
                refusal(
                        "POST",
                        "/auth/register",
                        "{\"username\":\"abc\",\"password\":\"correct horse\",\"email\":\"nobody\"}",
                        400,
                        "format"),
                refusal(
                        "POST",
                        "/auth/register",
                        "{\"username\":\"abc\",\"password\":\"correct horse\",\"avatarUrl\":\"javascript:alert(1)\"}",
                        400,
                        "format"),
                refusal("POST", "/auth/login", "{}", 400, "required"),
                refusal("POST", "/auth/logout", null, 403, "session_required"),
                refusal(
                        "POST",
                        "/auth/password",
                        "{\"currentPassword\":\"incorrect horse\",\"newPassword\":\"correct horse\"}",
                        403,
                        "wrong_password"),
                refusal("POST", "/tokens", "{\"name\":\"x\",\"scopes\":[]}", 400, "required"),
                refusal("POST", "/tokens", "{\"name\":\"x\",\"scopes\":[\"root\"]}", 400, "unknown_value"),
                refusal(
                        "POST",
                        "/tokens",
                        "{\"name\":\"x\",\"scopes\":[\"read\"],\"userId\":\"x\"}",
                        400,
                        "malformed_id"),
                refusal(
                        "POST",
                        "/tokens",
                        "{\"name\":\"x\",\"scopes\":[\"read\"],\"project\":\"NONE\"}",
                        404,
                        "not_found"),
                refusal(
                        "POST",
                        "/tokens",
                        "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
                        400,
                        "range"),
                refusal("DELETE", "/auth/sessions/" + unknown, null, 404, "not_found"),
                refusal("GET", "/auth/sessions?sort=id", null, 400, "unknown_sort"),
                refusal("GET", "/tokens/" + unknown, null, 404, "not_found"),
                refusal("DELETE", "/tokens/" + unknown, null, 404, "not_found"),
                refusal("GET", "/users/" + unknown, null, 404, "not_found"),
                refusal("GET", "/users/me", null, 400, "malformed_id"),
                refusal("GET", "/users?active=perhaps", null, 400, "unknown_value"),
                refusal("POST", "/users", "{\"type\":\"agent\"}", 400, "required"),
                refusal("POST", "/users", "{\"type\":\"robot\",\"name\":\"x\"}", 400, "unknown_value"),
                refusal("POST", "/users/" + unknown + "/role", "{\"systemRole\":\"member\"}", 404, "not_found"),
                refusal("POST", "/users/" + unknown + "/deactivate", null, 404, "not_found"),
                refusal("POST", "/users/" + unknown + "/reactivate", null, 404, "not_found"),
                refusal("PATCH", "/preferences", "{\"timezone\":\"Mars/Olympus\"}", 400, "format"),
                refusal("PATCH", "/preferences", "{\"theme\":null}", 400, "null_not_allowed"),
                refusal("PATCH", "/settings", "{\"openRegistration\":\"yes\"}", 400, "invalid"),
                refusal("PATCH", "/settings", "{\"unknown\":1}", 400, "invalid"),
                refusal("PUT", "/settings/user/9", "{\"value\":1}", 400, "format"),
                refusal("PUT", "/settings/user/a", "{}", 400, "required"),
                refusal("PUT", "/settings/user/a", "{\"value\":1,\"more\":2}", 400, "invalid"));
    }

    private static HttpRefusalsTest.Case refusal(
            String method, String path, @Nullable String body, int status, String code) {
        return HttpRefusalsTest.Case.of(method, path, body, status, code);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsAProblemWithItsCode(HttpRefusalsTest.Case refused) {
        byte[] body = refused.body() == null ? null : refused.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Answer answer = server.send(refused.method(), refused.path(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(refused.status());
        Problem.check(answer);
        assertThat(answer.field("code")).isEqualTo(refused.code());
        assertThat(answer.text()).doesNotContain(SECRET, "incorrect horse");
    }

    @Test
    void theLastAdminStays() {
        String id = ada.json().at("/user/id").asText();
        assertThat(server.post("/users/" + id + "/deactivate", "{\"archiveProjects\":true}")
                        .field("code"))
                .isEqualTo("last_admin");
        assertThat(server.post("/users/" + id + "/role", "{\"systemRole\":\"member\"}")
                        .field("code"))
                .isEqualTo("last_admin");
    }
}
