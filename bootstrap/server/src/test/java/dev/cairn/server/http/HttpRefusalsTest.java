package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpRefusalsTest {
    private static final String UNKNOWN = "0000000000001";

    @TempDir
    private static Path directory;

    private TestServer server;

    /** A request and how it is refused. */
    record Case(String method, String path, @Nullable String body, List<String> headers, int status, String code) {
        static Case of(String method, String path, @Nullable String body, int status, String code) {
            return new Case(method, path, body, List.of(), status, code);
        }

        Case with(String... nameAndValue) {
            return new Case(method, path, body, List.of(nameAndValue), status, code);
        }
    }

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
        server.post("/projects", "{\"key\":\"REF\",\"name\":\"Refusals\"}");
        server.post("/projects/REF/tickets", "{\"title\":\"One\",\"tasks\":[{\"content\":\"open\"}]}");
        server.post("/projects", "{\"key\":\"ARC\",\"name\":\"Archived\"}");
        server.post("/projects/ARC/tickets", "{\"title\":\"Old\"}");
        server.post("/projects/ARC/archive", null);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Case> refusals() {
        return Stream.of(
                Case.of("GET", "/no/such/path", null, 404, "no_such_route"),
                Case.of("PUT", "/projects", "{}", 405, "method_not_allowed"),
                Case.of("GET", "/tickets/REF-999", null, 404, "not_found"),
                Case.of("GET", "/tickets/nonsense", null, 400, "malformed_id"),
                Case.of("GET", "/projects/no%20key", null, 400, "malformed_id"),
                Case.of("POST", "/projects", "{\"key\":\"REF\",\"name\":\"Again\"}", 409, "key_taken"),
                Case.of("POST", "/projects", "{\"key\":\"NEW\",\"name\":\"refusals\"}", 409, "name_taken"),
                Case.of("POST", "/projects", "{\"key\":\"x\",\"name\":\"Short\"}", 400, "format"),
                Case.of("POST", "/projects", "{\"key\":\"NEW\"}", 400, "required"),
                Case.of("POST", "/projects/REF/tickets", "{\"title\":null}", 400, "null_not_allowed"),
                Case.of("POST", "/projects/REF/tickets", "{\"title\":\"   \"}", 400, "length"),
                Case.of(
                        "POST",
                        "/projects/REF/tickets",
                        "{\"title\":\"t\",\"priority\":\"top\"}",
                        400,
                        "unknown_value"),
                Case.of("POST", "/projects/REF/tickets", "{\"title\":\"t\",\"estimatedMinutes\":-1}", 400, "range"),
                Case.of(
                        "POST",
                        "/projects/REF/tickets",
                        "{\"title\":\"t\",\"parentId\":\"nope\"}",
                        400,
                        "malformed_id"),
                Case.of("POST", "/projects/REF/tickets", "{\"title\":\"t\",\"z\":1e99999999999}", 400, "range"),
                Case.of("PUT", "/settings/user/n", "{\"value\":1e-99999999999}", 400, "range"),
                Case.of("POST", "/projects/REF/tickets/batch", "{\"items\":[]}", 400, "required"),
                Case.of("POST", "/projects/ARC/tickets", "{\"title\":\"t\"}", 409, "project_archived"),
                Case.of("PATCH", "/tickets/ARC-1", "{\"title\":\"t\"}", 409, "project_archived"),
                Case.of("GET", "/projects/REF/members/" + UNKNOWN, null, 404, "not_found"),
                Case.of("PUT", "/projects/REF/members/" + UNKNOWN, "{\"role\":\"editor\"}", 404, "not_found"),
                Case.of("PUT", "/projects/REF/members/" + UNKNOWN, "{\"role\":\"owner\"}", 400, "unknown_value"),
                Case.of("PUT", "/projects/REF/members/" + UNKNOWN, "{\"role\":\"king\"}", 400, "unknown_value"),
                Case.of("PUT", "/projects/REF/members/" + UNKNOWN, "{}", 400, "required"),
                Case.of("DELETE", "/projects/REF/members/" + UNKNOWN, null, 404, "not_found"),
                Case.of("GET", "/projects/REF/members/nonsense", null, 404, "not_found"),
                Case.of("GET", "/projects/REF/members?cursor=x", null, 400, "malformed_cursor"),
                Case.of("PUT", "/projects/ARC/members/" + UNKNOWN, "{\"role\":\"editor\"}", 409, "project_archived"),
                Case.of("POST", "/projects/REF/transfer", "{}", 400, "required"),
                Case.of("POST", "/projects/REF/transfer", "{\"to\":7}", 400, ""),
                Case.of("POST", "/projects/REF/transfer", "{\"to\":\"" + UNKNOWN + "\"}", 404, "not_found"),
                Case.of("POST", "/projects/ARC/archive", null, 409, "already_archived"),
                Case.of("POST", "/projects/REF/unarchive", null, 409, "not_archived"),
                Case.of("POST", "/projects/REF/restore", null, 409, "not_deleted"),
                Case.of("POST", "/projects/REF/status", "{\"status\":\"completed\"}", 409, "transition_refused"),
                Case.of("POST", "/tickets/REF-1/status", "{\"status\":\"completed\"}", 409, "transition_refused"),
                Case.of("PUT", "/tickets/REF-1/tasks/order", "{\"ids\":[]}", 409, "order_incomplete"),
                Case.of("PUT", "/tickets/REF-1/links/blocks/REF-1", null, 409, "link_cycle"),
                Case.of("PUT", "/tickets/REF-1/links/loves/REF-1", null, 400, "unknown_value"),
                Case.of("GET", "/projects?limit=0", null, 400, "range"),
                Case.of("GET", "/projects?limit=201", null, 400, "range"),
                Case.of("GET", "/projects?sort=secret", null, 400, "unknown_sort"),
                Case.of("GET", "/projects?cursor=x", null, 400, "malformed_cursor"),
                Case.of("GET", "/projects?status=sleepy", null, 400, "unknown_value"),
                Case.of("GET", "/projects/REF/tickets?include=secrets", null, 400, "unknown_value"),
                Case.of("GET", "/projects?minScore=101", null, 400, "range"),
                Case.of("GET", "/projects?minScore=x", null, 400, "format"),
                Case.of("PUT", "/projects/REF/collected-data", "{\"actors\":[7]}", 400, "invalid"),
                Case.of("PUT", "/projects/REF/collected-data", "{\"users\":[]}", 400, "invalid"),
                Case.of("PUT", "/projects/ARC/collected-data", "{}", 409, "project_archived"),
                Case.of("POST", "/projects/ARC/collected-data/merge", "{}", 409, "project_archived"),
                Case.of("POST", "/projects/ARC/validate", null, 409, "project_archived"),
                Case.of(
                        "POST",
                        "/projects/ARC/artifacts",
                        "{\"title\":\"t\",\"content\":\"c\"}",
                        409,
                        "project_archived"),
                Case.of("POST", "/projects/ARC/artifacts/generate", null, 409, "project_archived"),
                Case.of("POST", "/projects/REF/artifacts", "{\"title\":\"t\"}", 400, "required"),
                Case.of("POST", "/projects/REF/artifacts", "{\"title\":\"t\",\"content\":\"\"}", 400, "length"),
                Case.of("POST", "/projects/REF/artifacts/generate", "{\"types\":[\"document\"]}", 400, "unknown_value"),
                Case.of("PATCH", "/settings", "{\"activityRetentionDays\":0}", 400, "range"),
                Case.of("PATCH", "/settings", "{\"activityRetentionDays\":36501}", 400, "range"),
                Case.of("GET", "/search", null, 400, "required"),
                Case.of("POST", "/imports?project=REF&format=word", "{}", 400, "unknown_value"),
                Case.of("POST", "/imports?project=REF&format=cairn", "{}", 400, "")
                        .with("Idempotency-Key", "k"),
                Case.of("POST", "/projects", "{}", 400, "").with("Idempotency-Key", "x".repeat(201)),
                Case.of("PATCH", "/projects/REF", "{}", 400, "").with("If-Match", "3"),
                Case.of("PATCH", "/projects/REF", "{}", 412, "stale_version").with("If-Match", "\"99\""),
                Case.of("POST", "/projects", "key=A", 415, "")
                        .with("Content-Type", "application/x-www-form-urlencoded"),
                Case.of("POST", "/projects", "{}", 415, "").with("Content-Type", "text/plain"),
                Case.of("POST", "/projects", "{}", 415, "").with("Content-Type", "multipart/form-data; boundary=b"),
                Case.of("POST", "/projects", "{}", 415, "").with("Content-Type", "application/merge-patch+json"),
                Case.of("POST", "/projects/REF/archive", "{}", 415, "").with("Content-Type", "text/plain"),
                Case.of("GET", "/projects", null, 403, "").with("Origin", "http://evil.example"),
                Case.of("GET", "/projects", null, 403, "").with("Origin", "null"),
                Case.of("GET", "/projects", null, 403, "").with("Sec-Fetch-Site", "cross-site"));
    }

    @Test
    void aFieldThatCameTwiceIsNamed() {
        Answer answer = server.post("/projects", "{\"key\":\"TWO\",\"key\":\"TWO\",\"name\":\"Two\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Duplicate field 'key'");
    }

    /** Nothing of it is done: what came may be half of what was meant. */
    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n\r\n", "2\r\n{}\r\nGARBAGE\r\n"})
    void aBodyWhoseChunksAreMalformedIsRefused(String chunks) {
        long version = server.get("/projects/REF").json().at("/version").asLong();
        Answer answer = Answer.parsed(server.raw(server.head(
                        "PUT /api/v1/projects/REF/collected-data",
                        "Host: localhost:" + server.port(),
                        "Transfer-Encoding: chunked",
                        "Content-Type: application/json")
                + chunks));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/code").asText()).isEqualTo("malformed_body");
        assertThat(server.get("/projects/REF").json().at("/version").asLong()).isEqualTo(version);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsAProblemWithItsCode(Case refused) {
        byte[] body = refused.body() == null ? null : refused.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Answer answer = server.send(
                refused.method(), refused.path(), body, refused.headers().toArray(String[]::new));
        assertThat(answer.status()).as(answer.text()).isEqualTo(refused.status());
        Problem.check(answer);
        if (!refused.code().isEmpty()) {
            assertThat(answer.field("code")).isEqualTo(refused.code());
        }
    }

    static Stream<Case> routesOfOneTicket() {
        return Stream.of(UNKNOWN, "REF-999")
                .flatMap(t -> Stream.of(
                        Case.of("GET", "/tickets/" + t, null, 404, ""),
                        Case.of("PATCH", "/tickets/" + t, "{\"title\":\"t\"}", 404, ""),
                        Case.of("DELETE", "/tickets/" + t, null, 404, ""),
                        Case.of("DELETE", "/tickets/" + t + "?purge=true", null, 404, ""),
                        Case.of("POST", "/tickets/" + t + "/status", "{\"status\":\"closed\"}", 404, ""),
                        Case.of("POST", "/tickets/" + t + "/archive", null, 404, ""),
                        Case.of("POST", "/tickets/" + t + "/unarchive", null, 404, ""),
                        Case.of("POST", "/tickets/" + t + "/restore", null, 404, ""),
                        Case.of("POST", "/tickets/" + t + "/tasks", "{\"content\":\"c\"}", 404, ""),
                        Case.of("GET", "/tickets/" + t + "/tasks", null, 404, ""),
                        Case.of("PUT", "/tickets/" + t + "/tasks/order", "{\"ids\":[]}", 404, ""),
                        Case.of("POST", "/tickets/" + t + "/comments", "{\"content\":\"c\"}", 404, ""),
                        Case.of("GET", "/tickets/" + t + "/comments", null, 404, ""),
                        Case.of("GET", "/tickets/" + t + "/links", null, 404, ""),
                        Case.of("PUT", "/tickets/" + t + "/links/blocks/REF-1", null, 404, ""),
                        Case.of("PUT", "/tickets/REF-1/links/blocks/" + t, null, 404, ""),
                        Case.of("DELETE", "/tickets/" + t + "/links/blocks/REF-1", null, 404, "")));
    }

    @ParameterizedTest
    @MethodSource("routesOfOneTicket")
    void anUnknownTicketIsNotFoundOnEveryRoute(Case unknown) {
        aRefusalIsAProblemWithItsCode(unknown);
    }

    static Stream<Case> otherUnknownThings() {
        return Stream.of(
                Case.of("GET", "/projects/NONE", null, 404, ""),
                Case.of("GET", "/projects/NONE/tickets", null, 404, ""),
                Case.of("GET", "/projects/NONE/ready", null, 404, ""),
                Case.of("GET", "/projects/NONE/overview", null, 404, ""),
                Case.of("GET", "/projects/NONE/settings", null, 404, ""),
                Case.of("GET", "/projects/NONE/collected-data", null, 404, ""),
                Case.of("PUT", "/projects/NONE/collected-data", "{}", 404, ""),
                Case.of("POST", "/projects/NONE/collected-data/merge", "{}", 404, ""),
                Case.of("POST", "/projects/NONE/validate", null, 404, ""),
                Case.of("GET", "/projects/NONE/validation", null, 404, ""),
                Case.of("GET", "/projects/NONE/artifacts", null, 404, ""),
                Case.of("POST", "/projects/NONE/artifacts", "{\"title\":\"t\",\"content\":\"c\"}", 404, ""),
                Case.of("POST", "/projects/NONE/artifacts/generate", null, 404, ""),
                Case.of("GET", "/artifacts/" + UNKNOWN, null, 404, ""),
                Case.of("PATCH", "/artifacts/" + UNKNOWN, "{}", 404, ""),
                Case.of("DELETE", "/artifacts/" + UNKNOWN, null, 404, ""),
                Case.of("DELETE", "/artifacts/" + UNKNOWN + "?purge=true", null, 404, ""),
                Case.of("POST", "/artifacts/" + UNKNOWN + "/restore", null, 404, ""),
                Case.of("POST", "/artifacts/" + UNKNOWN + "/status", "{\"status\":\"draft\"}", 404, ""),
                Case.of("GET", "/artifacts/" + UNKNOWN + "/revisions", null, 404, ""),
                Case.of("GET", "/artifacts/" + UNKNOWN + "/revisions/1", null, 404, ""),
                Case.of("GET", "/projects/NONE/queues", null, 404, ""),
                Case.of("GET", "/projects/NONE/export", null, 404, ""),
                Case.of("GET", "/search?q=a&project=NONE", null, 404, ""),
                Case.of("GET", "/activity?project=NONE", null, 404, ""),
                Case.of("GET", "/projects/NONE/conversations", null, 404, ""),
                Case.of("GET", "/conversations/" + UNKNOWN, null, 404, ""),
                Case.of("GET", "/conversations/" + UNKNOWN + "/messages", null, 404, ""),
                Case.of("GET", "/tasks/" + UNKNOWN, null, 404, ""),
                Case.of("GET", "/comments/" + UNKNOWN, null, 404, ""),
                Case.of("GET", "/queue-items/" + UNKNOWN, null, 404, ""),
                Case.of("GET", "/claims/" + UNKNOWN, null, 404, ""),
                Case.of("PATCH", "/tasks/" + UNKNOWN, "{}", 404, ""),
                Case.of("DELETE", "/tasks/" + UNKNOWN, null, 404, ""),
                Case.of("POST", "/tasks/" + UNKNOWN + "/status", "{\"status\":\"done\"}", 404, ""),
                Case.of("PATCH", "/comments/" + UNKNOWN, "{\"content\":\"c\"}", 404, ""),
                Case.of("DELETE", "/comments/" + UNKNOWN, null, 404, ""),
                Case.of("GET", "/queues/" + UNKNOWN, null, 404, ""),
                Case.of("GET", "/queues/" + UNKNOWN + "/stats", null, 404, ""),
                Case.of("GET", "/queues/" + UNKNOWN + "/items", null, 404, ""),
                Case.of("POST", "/queues/" + UNKNOWN + "/items", "{\"ticketId\":\"REF-1\"}", 404, ""),
                Case.of("POST", "/queues/" + UNKNOWN + "/claims", null, 404, ""),
                Case.of("POST", "/queues/" + UNKNOWN + "/pause", null, 404, ""),
                Case.of("PATCH", "/queue-items/" + UNKNOWN, "{\"priority\":\"low\"}", 404, ""),
                Case.of("DELETE", "/queue-items/" + UNKNOWN, null, 404, ""),
                Case.of("POST", "/claims/" + UNKNOWN + "/complete", "{\"fencingToken\":1}", 404, ""));
    }

    @ParameterizedTest
    @MethodSource("otherUnknownThings")
    void whatDoesNotExistIsNotFound(Case unknown) {
        aRefusalIsAProblemWithItsCode(unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "localhost",
                "localhost:1",
                "127.0.0.1.evil.example:PORT",
                "localhost:PORT@evil"
            })
    void aForeignHostIsMisdirectedOnEveryPathAndMethod(String host) {
        String name = "Host: " + host.replace("PORT", String.valueOf(server.port()));
        for (String line : List.of(
                "GET /api/v1/projects",
                "DELETE /api/v1/projects/REF",
                "OPTIONS /api/v1/projects",
                "GET /health/liveness",
                "GET /nothing")) {
            assertThat(server.raw(server.head(line, name)))
                    .as(line)
                    .startsWith("HTTP/1.1 421")
                    .contains("problem+json");
        }
        assertThat(server.get("/projects/REF").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LocalHost"})
    void ourOwnNamesAreServed(String host) {
        assertThat(server.raw(server.head("GET /health/liveness", "Host: " + host + ":" + server.port())))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void aRequestWithoutOrWithTwoHostsIsRefused() {
        String own = "Host: localhost:" + server.port();
        assertThat(server.raw(server.head("GET /health/liveness"))).startsWith("HTTP/1.1 4");
        assertThat(server.raw(server.head("GET /health/liveness", own, "Host: evil.example")))
                .startsWith("HTTP/1.1 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "{", "}", "^", "\"", "\\", "<", ">", "`", "\u0001", "%", "%zz", "%C0%80"})
    void whatMustBeEscapedIsCalledSo(String raw) {
        String own = "Host: localhost:" + server.port();
        for (String path : List.of("/api/v1/projects/a" + raw, "/nothing" + raw, "/health/liveness")) {
            Answer answer = Answer.parsed(server.raw(server.head("GET " + path + "?q=a" + raw, own)));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.field("code")).isEqualTo("malformed_uri");
        }
        assertThat(server.raw(server.head("GET /api/v1/projects?q=[\u00e9]%7C", own)))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void tooLongRequestLinesAndHeadersAreRefused() {
        String own = "Host: localhost:" + server.port();
        assertThat(server.raw(server.head("GET /api/v1/projects?q=" + "a".repeat(20_000), own)))
                .startsWith("HTTP/1.1 414")
                .contains("problem+json");
        assertThat(server.raw(server.head("GET /api/v1/projects", own, "X-Long: " + "a".repeat(20_000))))
                .startsWith("HTTP/1.1 431")
                .contains("problem+json");
    }

    @Test
    void aBodyThatDoesNotSayWhatItIsIsRefused() {
        String request = server.head("POST /api/v1/projects", "Host: localhost:" + server.port(), "Content-Length: 2");
        assertThat(server.raw(request + "{}")).startsWith("HTTP/1.1 415");
    }

    @Test
    void aChunkedBodyOverTenMegabytesIsRefused() {
        String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
        String head = server.head(
                "POST /api/v1/projects",
                "Host: localhost:" + server.port(),
                "Content-Type: application/json",
                "Transfer-Encoding: chunked");
        assertThat(server.raw(head + chunk.repeat(11) + "0\r\n\r\n")).startsWith("HTTP/1.1 413");
    }

    @Test
    void aBodyOverTenMegabytesIsRefused() {
        Answer answer = server.send("POST", "/projects", new byte[10 * 1024 * 1024 + 1]);
        assertThat(answer.status()).isEqualTo(413);
        Problem.check(answer);
    }

    @Test
    void aWrongMethodNamesTheRightOnes() {
        assertThat(server.put("/projects", "{}").header("Allow").orElse(""))
                .contains("GET")
                .contains("POST");
    }

    @Test
    void aHeadIsAGetWithoutTheBody() {
        Answer answer = server.send("HEAD", "/tickets/REF-1", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isPresent();
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void anUnknownParameterNamesTheKnownOnes() {
        Answer answer = server.get("/projects?color=red");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("color").contains("status").contains("cursor");
    }

    @Test
    void aConflictSaysWhatIsAllowed() {
        Answer answer = server.post("/tickets/REF-1/status", "{\"status\":\"review\"}");
        assertThat(answer.json().path("allowed")).hasSize(3);
    }
}
