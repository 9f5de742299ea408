package dev.cairn.mcp.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.json.StrictJson;
import dev.cairn.mcp.protocol.Reply.Fate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw messages in, raw messages out, in both eras. */
class ProtocolTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String META = """
            "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
            "io.modelcontextprotocol/clientCapabilities":{}}""";
    private static final int DEPTH_MAX = 64;

    private final Protocol protocol = protocol(Choice.ALL);
    private int worked;

    private static Protocol protocol(Choice choice) {
        return new Protocol(
                new Catalogue("1.2.3", choice),
                StrictJson.inSnakeCase(DEPTH_MAX).mapper());
    }

    private ObjectNode work(String method, ObjectNode params, Call call) {
        worked++;
        return JsonNodeFactory.instance.objectNode().put("did", method);
    }

    private Reply reply(String message, @Nullable Head head) {
        return protocol.answer(message.getBytes(UTF_8), head, this::work, Client.SILENT);
    }

    private JsonNode answer(String message) {
        JsonNode body = reply(message, null).body();
        return body == null ? JsonNodeFactory.instance.missingNode() : body;
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":{%s}}".formatted(method, params);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2024-11-05, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "tomorrow,   2025-11-25"
    })
    void aHandshakeEndsInAVersionThatBothSpeakOrInTheNewestOfIts(String asked, String given) {
        JsonNode answer = answer(request("initialize", "\"protocolVersion\":\"%s\"".formatted(asked)));
        assertThat(answer.path("id").intValue()).isEqualTo(7);
        JsonNode result = answer.path("result");
        assertThat(result.path("protocolVersion").textValue()).isEqualTo(given);
        assertThat(result.path("capabilities").fieldNames())
                .toIterable()
                .containsExactly("tools", "resources", "prompts", "completions");
        assertThat(result.path("serverInfo").path("version").textValue()).isEqualTo("1.2.3");
        assertThat(result.path("instructions").textValue()).contains("claim_next");
        assertThat(result.has("resultType")).isFalse();
    }

    /** M10 */
    @Test
    void theNewerEraIsToldByEachRequestAndItsResultsSaySo() throws JsonProcessingException {
        JsonNode result = answer(request("server/discover", META)).path("result");
        assertThat(result.path("supportedVersions"))
                .isEqualTo(JSON.readTree("[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\",\"2025-03-26\"]"));
        assertThat(result.path("resultType").textValue()).isEqualTo("complete");
        assertThat(result.path("_meta")
                        .path("io.modelcontextprotocol/serverInfo")
                        .path("name")
                        .textValue())
                .isEqualTo("cairn");
        for (String list : List.of("tools/list", "resources/list", "resources/templates/list", "prompts/list")) {
            JsonNode listed = answer(request(list, META)).path("result");
            assertThat(listed.path("ttlMs").intValue()).isPositive();
            assertThat(listed.path("cacheScope").textValue()).isEqualTo("private");
            assertThat(answer(request(list, "")).path("result").has("ttlMs")).isFalse();
        }
    }

    /** M10 */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server/discover|                                                                 |-32602",
                "tools/list     |'io.modelcontextprotocol/protocolVersion':'2026-07-28'           |-32602",
                "tools/list     |'io.modelcontextprotocol/protocolVersion':'1900-01-01'           |-32022",
                "tools/list     |'io.modelcontextprotocol/protocolVersion':'2025-06-18'           |-32022"
            })
    void whatAStatelessRequestLacksOrWhatIsNotSpokenIsRefused(String method, @Nullable String meta, int code) {
        String said = meta == null ? "" : "\"_meta\":{%s}".formatted(meta.replace('\'', '"'));
        Reply reply = reply(request(method, said), null);
        assertThat(reply.fate()).isEqualTo(Fate.REFUSED);
        assertThat(code(reply)).isEqualTo(code);
        if (code == -32022) {
            JsonNode data = body(reply).path("error").path("data");
            assertThat(data.path("supported")).hasSize(4);
            assertThat(said).contains(data.path("requested").textValue());
        }
    }

    private static JsonNode body(Reply reply) {
        return reply.body() == null ? JsonNodeFactory.instance.missingNode() : reply.body();
    }

    private static int code(Reply reply) {
        return body(reply).path("error").path("code").intValue();
    }

    /** M10 */
    @Test
    void headersRepeatTheBodyOrTheRequestIsRefused() {
        String call = request("tools/call", "\"name\":\"get\"," + META);
        String version = "2026-07-28";
        assertThat(code(reply(call, new Head(version, "tools/call", "get")))).isZero();
        assertThat(code(reply(call, new Head(version, "tools/call", "=?base64?Z2V0?="))))
                .isZero();
        assertThat(worked).isEqualTo(2);
        for (Head wrong : List.of(
                new Head(null, "tools/call", "get"),
                new Head("2025-11-25", "tools/call", "get"),
                new Head(version, null, "get"),
                new Head(version, "tools/list", "get"),
                new Head(version, "tools/call", null),
                new Head(version, "tools/call", "search"),
                new Head(version, "tools/call", "=?base64?!?="),
                new Head(version, "tools/call", "=?base64?c2VhcmNo?="))) {
            Reply reply = reply(call, wrong);
            assertThat(code(reply)).as("%s", wrong).isEqualTo(RpcError.HEADER_MISMATCH);
            assertThat(reply.fate()).isEqualTo(Fate.REFUSED);
        }
        assertThat(worked).as("nothing was done").isEqualTo(2);
    }

    /** M10 */
    @Test
    void anUnknownMethodIsAnErrorInBothEras() {
        Reply stateless = reply(request("nope", META), new Head("2026-07-28", "nope", null));
        assertThat(code(stateless)).isEqualTo(RpcError.METHOD);
        assertThat(stateless.fate()).isEqualTo(Fate.UNKNOWN);
        Reply handshake = reply(request("nope", ""), new Head("2025-11-25", null, null));
        assertThat(code(handshake)).isEqualTo(RpcError.METHOD);
        assertThat(handshake.fate()).isEqualTo(Fate.TAKEN);
        assertThat(code(reply(request("ping", META), null))).isEqualTo(RpcError.METHOD);
        assertThat(answer(request("ping", "")).path("result").isObject()).isTrue();
    }

    @Test
    void aVersionThatNobodySpeaksIsRefusedAlsoWhereOnlyAHeaderNamesIt() {
        Reply reply = reply(request("tools/list", ""), new Head("2020-01-01", null, null));
        assertThat(code(reply)).isEqualTo(RpcError.VERSION);
        assertThat(reply.fate()).isEqualTo(Fate.REFUSED);
        assertThat(code(reply(request("tools/list", ""), new Head(null, null, null))))
                .isZero();
    }

    /** M3, M11. What is no JSON, or no message, is told; nothing is done. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense                                                        |-32700|null",
                "{\"jsonrpc\":\"2.0\",\"id\":1                                   |-32700|null",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}     |-32700|null",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} x            |-32700|null",
                "1e999999999999999                                               |-32700|null",
                "17                                                              |-32600|null",
                "\"text\"                                                        |-32600|null",
                "null                                                            |-32600|null",
                "[]                                                              |-32600|null",
                "{}                                                              |-32600|null",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}              |-32600|1",
                "{\"jsonrpc\":\"2.0\",\"id\":1}                                  |-32600|1",
                "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":5}                 |-32600|\"a\"",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}           |-32600|null",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}            |-32600|null",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}             |-32600|null",
                "{\"jsonrpc\":\"2.0\",\"id\":\"\\ud800\",\"method\":\"ping\"}    |-32600|null",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}|-32602|1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}        |-32602|1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}        |-32602|1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":5}}|-32602|1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"rm\"}}|-32602|1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"get\",\"arguments\":[]}}|-32602|1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":\"x\"}}|-32602|1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\ud800\"}           |-32601|1"
            })
    void hostileMessagesAreAnsweredByErrorsAndDoNothing(String message, int code, String id) throws Exception {
        JsonNode answer = answer(message.strip());
        assertThat(answer.path("jsonrpc").textValue()).isEqualTo("2.0");
        assertThat(answer.path("error").path("code").intValue()).isEqualTo(code);
        assertThat(answer.path("error").path("message").textValue()).isNotBlank();
        assertThat(answer.get("id")).isEqualTo(JSON.readTree(id));
        assertThat(protocol.bytes(answer)).doesNotContain((byte) '\n');
        assertThat(worked).isZero();
    }

    @Test
    void deeplyNestedMessagesAreNoJsonHere() {
        String deep = "[".repeat(DEPTH_MAX * 100);
        assertThat(answer(deep).path("error").path("code").intValue()).isEqualTo(RpcError.PARSE);
        assertThat(answer("").path("error").path("code").intValue()).isEqualTo(RpcError.PARSE);
        assertThat(code(protocol.answer(new byte[] {(byte) 0xc3, 0x28}, null, this::work, Client.SILENT)))
                .isEqualTo(RpcError.PARSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"get\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":{}}",
                "[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}]"
            })
    void notificationsAndAnswersAreNeverAnswered(String message) {
        assertThat(reply(message, null).body()).isNull();
        assertThat(worked).isZero();
    }

    @Test
    void theOldestVersionSendsSeveralMessagesInOne() {
        JsonNode answers = answer("[%s,{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"},17]"
                .formatted(request("ping", "")));
        assertThat(answers).hasSize(2);
        assertThat(answers.path(0).path("id").intValue()).isEqualTo(7);
        assertThat(answers.path(1).path("error").path("code").intValue()).isEqualTo(RpcError.REQUEST);
        String many = "[" + String.join(",", java.util.Collections.nCopies(101, request("ping", ""))) + "]";
        assertThat(answer(many).path("error").path("code").intValue()).isEqualTo(RpcError.REQUEST);
    }

    /** M3 */
    @Test
    void workIsDoneOnceAndWhatFailsWithoutAWordIsAnErrorThatDoesNotSayThatNothingWasDone() {
        assertThat(answer(request("tools/call", "\"name\":\"get\""))
                        .path("result")
                        .path("did")
                        .textValue())
                .isEqualTo("tools/call");
        assertThat(worked).isOne();
        Reply failed = protocol.answer(
                request("tools/call", "\"name\":\"get\"").getBytes(UTF_8),
                null,
                (_, _, _) -> {
                    worked++;
                    throw new IllegalStateException("a secret of ours");
                },
                Client.SILENT);
        assertThat(code(failed)).isEqualTo(RpcError.INTERNAL);
        assertThat(body(failed).toString()).doesNotContain("secret").contains("may have been done");
        assertThat(worked).isEqualTo(2);
    }

    /** M1 */
    @Test
    void onlyWhatWasChosenIsOfferedAndCanBeCalled() {
        Protocol some = protocol(Choice.of(List.of("claims"), List.of("get"), false));
        assertThat(names(some)).containsExactly("get", "claim_next", "update_claim", "finish_claim");
        Protocol reading = protocol(Choice.of(List.of(), List.of(), true));
        assertThat(names(reading))
                .containsExactly("get_context", "search", "get", "list_work", "read_messages", "get_files");
        byte[] call = request("tools/call", "\"name\":\"claim_next\"").getBytes(UTF_8);
        assertThat(code(reading.answer(call, null, this::work, Client.SILENT))).isEqualTo(RpcError.PARAMS);
        assertThat(worked).isZero();
        assertThatThrownBy(() -> Choice.of(List.of("all"), List.of(), false))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("context, tickets, claims, talk");
        assertThatThrownBy(() -> Choice.of(List.of(), List.of("get", "rm"), false))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'rm'");
    }

    private List<String> names(Protocol some) {
        JsonNode tools = body(some.answer(request("tools/list", "").getBytes(UTF_8), null, this::work, Client.SILENT))
                .path("result")
                .path("tools");
        return tools.findValuesAsText("name").stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
