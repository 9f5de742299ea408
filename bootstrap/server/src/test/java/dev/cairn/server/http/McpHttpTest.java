package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.json.StrictJson;
import dev.cairn.mcp.protocol.Call;
import dev.cairn.mcp.protocol.RpcError;
import dev.cairn.mcp.remote.AttachedWork;
import dev.cairn.mcp.tool.Place;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /mcp}: the protocol over HTTP, behind the same door as all routes (M9, M10). */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class McpHttpTest {
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    private static final String STATELESS_LIST =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{%s}}".formatted(META);

    @TempDir
    private static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(directory, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer post(String body, String... headers) {
        return server.post("/mcp", body, headers);
    }

    /** M9: a 406 would make a client believe that there is nothing. */
    @ParameterizedTest
    @CsvSource({
        "GET,    application/json",
        "GET,    text/event-stream",
        "GET,    text/html",
        "DELETE, */*",
        "DELETE, text/event-stream",
        "PUT,    application/json"
    })
    void otherMethodsAreNotAllowedWhateverIsAccepted(String method, String accept) {
        byte[] body = method.equals("PUT") ? "{}".getBytes(UTF_8) : null;
        Answer answer = server.send(method, "/mcp", body, "Accept", accept);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json, text/event-stream", "text/event-stream", "*/*"})
    void answersAreJson(String accept) {
        Answer answer = post(LIST, "Accept", accept);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.text()).contains("claim_next");
    }

    @Test
    void aNotificationIsAcceptedWithoutAWord() {
        Answer answer = post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "17", "{\"jsonrpc\":\"2.0\",\"id\":1}", "[]"})
    void whatIsNoMessageIsA400WithAnError(String body) {
        Answer answer = post(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"jsonrpc\":\"2.0\"", "\"error\"");
    }

    /** M10 */
    @Test
    void inTheNewerEraHeadersRepeatTheBodyAndTheStatusSaysWhatIsWrong() {
        String[] right = {"MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/list"};
        assertThat(post(STATELESS_LIST, right).status()).isEqualTo(200);
        Answer other = post(STATELESS_LIST, "MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/call");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.text()).contains("-32020");
        assertThat(post(STATELESS_LIST).text()).contains("-32020");
        assertThat(post(LIST, "MCP-Protocol-Version", "2031-01-01").text()).contains("-32022");
        assertThat(post(LIST, right).text()).contains("-32602");
        assertThat(post(LIST, right).status()).isEqualTo(400);
        Answer unknown = post(
                STATELESS_LIST.replace("tools/list", "nope"),
                "MCP-Protocol-Version",
                "2026-07-28",
                "Mcp-Method",
                "nope");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("-32601");
        assertThat(post(LIST.replace("tools/list", "nope")).status()).isEqualTo(200);
    }

    @Test
    void whoeverShowsNoTokenOrComesFromElsewhereIsNotHeard() {
        assertThat(server.anonymous("POST", "/mcp", LIST).status()).isEqualTo(401);
        assertThat(server.anonymous("GET", "/mcp", null).status()).isEqualTo(401);
        assertThat(post(LIST, "Authorization", "Bearer nope").status()).isEqualTo(401);
        assertThat(post(LIST, "Origin", "https://evil.example").status()).isEqualTo(403);
        assertThat(post(LIST, "Content-Type", "text/plain").status()).isEqualTo(415);
        assertThat(server.rawAnswer("POST", "/mcp", LIST.getBytes(UTF_8), List.of("Host", "evil.example"))
                        .status())
                .isIn(400, 421);
        assertThat(post("x".repeat(11 * 1024 * 1024)).status()).isEqualTo(413);
        assertThat(server.post("/mcp?token=x", LIST).status()).isEqualTo(400);
    }

    @Test
    void theWholeJobIsDoneBySeveralRequestsThatKnowNothingOfEachOther() {
        server.post("/projects", "{\"key\":\"CRN\",\"name\":\"Cairn\"}");
        assertThat(call("save_ticket", "{\"project\":\"CRN\",\"title\":\"T\"}")).contains("CRN-1");
        String claimed = call("claim_next", "{\"project\":\"CRN\",\"agent\":\"bee\"}");
        String id = claimed.replaceFirst("(?s).*?\"structuredContent\".*?\"claim_id\":\"(\\w+)\".*", "$1");
        assertThat(call(
                        "finish_claim",
                        "{\"claim\":\"%s\",\"fencing_token\":1,\"outcome\":\"complete\"}".formatted(id)))
                .contains("\"item_status\":\"completed\"");
        assertThat(server.get("/tickets/CRN-1").text()).contains("\"status\":\"completed\"");
        assertThat(call("nope", "{}")).contains("-32602");
    }

    private static String call(String tool, String arguments) {
        Answer answer = post(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
                        .formatted(tool, arguments));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    /** P16, M11: an agent's end of the line hands on what it was given, for the server to refuse. */
    @Test
    void halfACharacterIsHandedOnAsItCame() {
        JsonMapper json = StrictJson.inSnakeCase(64).mapper();
        AttachedWork.Server here =
                new AttachedWork.Server(URI.create("http://localhost:" + server.port()), server.token());
        try (AttachedWork work = new AttachedWork(Place.UNKNOWN, () -> here, json)) {
            ObjectNode params = json.createObjectNode().put("name", "save_ticket");
            params.putObject("arguments").put("project", "CRN").put("title", "x\uD800");
            assertThat(work.answer("tools/call", params, Call.silent()).toString())
                    .contains("characters")
                    .doesNotContain("server_");
        }
    }

    /** M11, R11: the client of HTTP would quote the token as it refuses it. */
    @ParameterizedTest
    @ValueSource(strings = {"cairn_t_hidden\n", "\"hidden\"\u007f", "hid hidden", "hidden\u00e9"})
    void aTokenThatNoHeaderHoldsIsNeitherSentNorSaid(String token) {
        JsonMapper json = StrictJson.inSnakeCase(64).mapper();
        AttachedWork.Server here = new AttachedWork.Server(URI.create("http://localhost:" + server.port()), token);
        try (AttachedWork work = new AttachedWork(Place.UNKNOWN, () -> here, json)) {
            ObjectNode params = json.createObjectNode().put("name", "list_work");
            params.putObject("arguments").put("project", "CRN");
            assertThat(work.answer("tools/call", params, Call.silent()).toString())
                    .contains("token_malformed", "CAIRN_TOKEN", "Nothing was done")
                    .doesNotContain("hidden");
            assertThatThrownBy(() -> work.answer("tools/list", json.createObjectNode(), Call.silent()))
                    .isInstanceOf(RpcError.class)
                    .hasMessageContaining("characters that no token has")
                    .hasMessageNotContaining("hidden");
        }
    }

    @Test
    void manyMessagesAtOnceAreAllAnswered() {
        List<Integer> statuses = Stream.generate(() -> LIST)
                .limit(64)
                .parallel()
                .map(message -> post(message).status())
                .toList();
        assertThat(statuses).hasSize(64).containsOnly(200);
    }
}
