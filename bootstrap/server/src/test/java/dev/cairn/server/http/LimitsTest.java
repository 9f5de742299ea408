package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The limits are settings; HttpRefusalsTest shows their defaults. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LimitsTest {
    private static final int BODY_MAX = 262_144;
    private static final int IMPORT_MAX = 600_000;
    private static final String ISSUE = """
            {"id":"l-1","title":"T","status":"open","priority":1,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z"}
            """;

    @TempDir
    private static Path directory;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(
                directory,
                Map.of(
                        "CAIRN_BODY_MAX_BYTES", String.valueOf(BODY_MAX),
                        "CAIRN_IMPORT_MAX_BYTES", String.valueOf(IMPORT_MAX),
                        "CAIRN_REQUEST_LINE_MAX_BYTES", "1024",
                        "CAIRN_HEADERS_MAX_BYTES", "2048",
                        "CAIRN_JSON_DEPTH_MAX", "5",
                        "CAIRN_REQUEST_TIMEOUT_SECONDS", "1"));
        server.post("/projects", "{\"key\":\"LIM\",\"name\":\"Limits\"}");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        Problem.check(answer);
        assertThat(answer.field("code")).isEqualTo(code);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String project = "{\"name\":\"\"}";
        String padding = " ".repeat(BODY_MAX - project.length());
        refused(server.post("/projects", project + padding), 400, "required");
        refused(server.post("/projects", project + padding + " "), 413, "too_large");
    }

    @Test
    void anImportHasItsOwnLimit() {
        String path = "/imports?project=LIM&format=beads";
        String largest = ISSUE + " ".repeat(IMPORT_MAX - ISSUE.length());
        for (String body : List.of(ISSUE, ISSUE + " ".repeat(BODY_MAX), largest)) {
            assertThat(server.post(path, body).status()).isEqualTo(200);
        }
        refused(server.post(path, largest + " "), 413, "too_large");
    }

    @Test
    void anImportThatDoesNotSayHowLargeItIsIsCutOff() {
        String head = server.head(
                "POST /api/v1/imports?project=LIM&format=beads",
                "Host: localhost:" + server.port(),
                "Content-Type: application/json",
                "Transfer-Encoding: chunked");
        String chunk = "8000\r\n" + ISSUE + " ".repeat(0x8000 - ISSUE.length()) + "\r\n";
        refused(
                Answer.parsed(server.raw(head + chunk.repeat(IMPORT_MAX / 0x8000 + 1) + "0\r\n\r\n")),
                413,
                "too_large");
    }

    @Test
    void aRequestLineThatIsTooLongIsRefused() {
        refused(server.get("/search?q=" + "a".repeat(1024)), 414, "uri_too_long");
        refused(server.get("/search?q=" + "a".repeat(9000)), 414, "uri_too_long");
    }

    @Test
    void headersThatAreTooLongAreRefused() {
        refused(server.get("/projects", "X-Long", "a".repeat(2048)), 431, "headers_too_large");
    }

    @Test
    void jsonThatIsTooDeepIsRefused() {
        String deep = "{\"title\":\"t\",\"metadata\":{\"a\":{\"a\":{\"a\":%s}}}}";
        assertThat(server.post("/projects/LIM/tickets", deep.formatted("{}")).status())
                .isEqualTo(201);
        refused(server.post("/projects/LIM/tickets", deep.formatted("{\"a\":{}}")), 400, "invalid");
    }

    @Test
    void aRequestThatDoesNotComeToAnEndIsEndedByTheServer() {
        String whole = server.head("POST /api/v1/projects", "Host: localhost:" + server.port(), "Content-Length: 9");
        for (String part : new String[] {
            whole.substring(0, 40), whole.replace("Content-Length", "Content-Type: application/json\r\nContent-Length")
        }) {
            refused(Answer.parsed(server.raw(part)), 408, "request_timeout");
        }
    }
}
