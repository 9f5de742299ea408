package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For whom the local token, and the browsers it let in, stand when the owner is changed by another admin (R6, R17, R18). */
final class LocalOwnerHttpTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path directory;

    private TestServer server;
    private String owner = "";
    private String[] cookie = {};
    private String[] bob = {};

    @BeforeEach
    void start() {
        server = TestServer.start(directory, Map.of("CAIRN_ACCOUNTS", "on"));
        owner = server.post("/auth/register", credentials("ada"))
                .json()
                .at("/user/id")
                .asText();
        Answer opened = server.post("/auth/browser-session", null);
        String header = opened.header("Set-Cookie").orElseThrow();
        cookie = new String[] {"Cookie", header.substring(0, header.indexOf(';'))};
        Answer registered = server.anonymous("POST", "/auth/register", credentials("bob"));
        bob = new String[] {"Authorization", "Bearer " + registered.field("token")};
        String id = registered.json().at("/user/id").asText();
        assertThat(server.post("/users/" + id + "/role", "{\"systemRole\":\"admin\"}")
                        .status())
                .isEqualTo(200);
        assertThat(server.post("/projects", "{\"key\":\"BOB\",\"name\":\"Private\"}", bob)
                        .status())
                .isEqualTo(201);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String credentials(String username) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, PASSWORD);
    }

    private Answer byCookie(String path) {
        return server.anonymous("GET", path, null, cookie);
    }

    private void asBob(String action, String body) {
        assertThat(server.post("/users/" + owner + action, body, bob).status()).isEqualTo(200);
    }

    @Test
    void aDemotionShowsAtOnceInBoth() {
        asBob("/role", "{\"systemRole\":\"member\"}");
        assertThat(byCookie("/auth/me").text()).doesNotContain("admin");
        Answer settings = server.patch("/settings", "{\"openRegistration\":false}");
        assertThat(settings.field("code")).isEqualTo("admin_required");
        assertThat(server.get("/auth/me").json().at("/user/id").asText()).isEqualTo(owner);
        assertThat(server.get("/projects/BOB").status()).isEqualTo(404);
    }

    @Test
    void whoeverHasTheTokenIsNobodyWhileTheOwnerIsDeactivatedAndNeverTheNextAdmin() {
        asBob("/deactivate", "{}");
        for (Answer refused : new Answer[] {server.get("/projects/BOB"), byCookie("/projects/BOB")}) {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).contains("Bearer");
        }
        Answer refused = server.get("/auth/me");
        Problem.check(refused);
        assertThat(refused.field("code")).isEqualTo("owner_deactivated");
        assertThat(refused.field("hint")).contains("reactivate");
        asBob("/reactivate", "{}");
        assertThat(server.get("/auth/me").json().at("/user/id").asText()).isEqualTo(owner);
        assertThat(byCookie("/auth/me").status())
                .as("sessions do not come back")
                .isEqualTo(401);
    }

    /** R16, R17. */
    @Test
    void browsersEndWithTheOwnersSessionsAlsoWhereTheyWereNotUsedInBetween() {
        asBob("/deactivate", "{}");
        asBob("/reactivate", "{}");
        assertThat(byCookie("/auth/me").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/auth/logout-all|{}",
                "/auth/password|{\"currentPassword\":\"correct horse battery\",\"newPassword\":\"another horse\"}"
            })
    void browsersEndWhereTheOwnerLeavesEverywhereOrChangesThePassword(String path, String body) {
        Answer session = server.anonymous("POST", "/auth/login", credentials("ada"));
        Answer done = server.post(path, body, "Authorization", "Bearer " + session.field("token"));
        assertThat(done.status()).as(done.text()).isBetween(200, 204);
        assertThat(byCookie("/auth/me").status()).isEqualTo(401);
    }

    @Test
    void aNewNameOfTheOwnerShowsInWhatTheTokenDoesWithoutARestart() {
        assertThat(server.patch("/users/" + owner, "{\"name\":\"Ada L.\"}", bob).status())
                .isEqualTo(200);
        server.post("/projects", "{\"key\":\"NEW\",\"name\":\"New\"}");
        assertThat(server.get("/activity?limit=1")
                        .json()
                        .at("/items/0/actorName")
                        .asText())
                .isEqualTo("Ada L.");
    }
}
