package dev.cairn.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.domain.access.Right;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tool × {@link Who} × own, others' and guessed: an agent may by a tool what it may by a route, and no more (R6, R18, M9). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class McpMatrixTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private MatrixServer server;
    private World others;
    private World guessed;

    @BeforeAll
    void start() {
        server = MatrixServer.start(directory);
        others = server.others();
        guessed = server.guessed(others);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** A call of a tool, and what it takes. */
    record Row(String tool, Right right, String arguments) {
        Call call() {
            return Call.of(
                    "POST /mcp",
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
                            .formatted(tool, arguments.replace('\'', '"')));
        }

        @Override
        public String toString() {
            return tool + " " + arguments;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("get_context", Right.READ, "{'project':'$project$'}"),
                new Row("search", Right.READ, "{'project':'$project$','query':'$secret$'}"),
                new Row("get", Right.READ, "{'id':'$ticket$'}"),
                new Row("get", Right.READ, "{'id':'$task$'}"),
                new Row("get", Right.READ, "{'id':'$claim$','detail':'full'}"),
                new Row("get", Right.READ, "{'id':'$project$'}"),
                new Row("list_work", Right.READ, "{'project':'$project$'}"),
                new Row("list_work", Right.READ, "{'project':'$project$','show':'held'}"),
                new Row("list_work", Right.READ, "{'project':'$project$','show':'blocked'}"),
                new Row("list_work", Right.READ, "{'project':'$project$','text':'$secret$'}"),
                new Row("save_ticket", Right.WRITE, "{'project':'$project$','title':'words'}"),
                new Row("save_ticket", Right.WRITE, "{'ticket':'$ticket$','comment':'words'}"),
                new Row("save_ticket", Right.WRITE, "{'ticket':'$ticket$','blocked_by':['$other$']}"),
                new Row(
                        "save_tasks",
                        Right.WRITE,
                        "{'ticket':'$ticket$','tasks':[{'task':'$task$','status':'completed'}]}"),
                new Row("claim_next", Right.CLAIM, "{'project':'$project$'}"),
                new Row("claim_next", Right.CLAIM, "{'project':'$project$','queue':'$queueName$'}"),
                new Row("claim_next", Right.CLAIM, "{'queue':'$queue$'}"),
                new Row("claim_next", Right.CLAIM, "{'project':'$project$','ticket':'$ticket$'}"),
                new Row("update_claim", Right.CLAIM, "{'claim':'$claim$','fencing_token':1,'percent':5}"),
                new Row("finish_claim", Right.CLAIM, "{'claim':'$claim$','fencing_token':1,'outcome':'complete'}"),
                new Row("finish_claim", Right.CLAIM, "{'claim':'$claim$','fencing_token':1,'outcome':'release'}"),
                new Row("post_message", Right.WRITE, "{'project':'$project$','content':'words'}"),
                new Row(
                        "post_message",
                        Right.WRITE,
                        "{'conversation':'$conversation$','content':'words','reply_to':'$message$'}"),
                new Row("read_messages", Right.READ, "{'project':'$project$'}"),
                new Row("read_messages", Right.READ, "{'conversation':'$conversation$','after_seq':0}"),
                new Row("get_files", Right.READ, "{'project':'$project$'}"),
                new Row("get_files", Right.READ, "{'project':'$project$','ticket':'$ticket$'}"),
                new Row("get_files", Right.READ, "{'project':'$project$','paths':[]}"));
    }

    private String code(Who who, Row row, World world) throws IOException {
        var answer = server.send(who, row.call(), world);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode result = JSON.readTree(answer.body()).path("result");
        JsonNode text =
                JSON.readTree(result.path("content").path(0).path("text").textValue());
        return result.path("isError").booleanValue() ? text.path("code").textValue() : "done";
    }

    @ParameterizedTest
    @MethodSource("rows")
    void inTheCallersProjectItsRoleAndItsScopeDecide(Row row) throws IOException {
        World shared = server.own();
        long before = server.lastEntry(shared);
        SoftAssertions softly = new SoftAssertions();
        for (Who who : Who.values()) {
            boolean changes = who.has(row.right()) && row.right() != Right.READ;
            softly.assertThat(code(who, row, changes ? server.own() : shared))
                    .as("%s as %s", row, who)
                    .isEqualTo(expected(who, row.right()));
        }
        softly.assertAll();
        assertThat(server.lastEntry(shared)).as("a refusal leaves nothing").isEqualTo(before);
    }

    private static String expected(Who who, Right right) {
        if (!who.hasScope(right)) {
            return "scope_required";
        }
        return who.role() == null ? "not_found" : who.has(right) ? "done" : "role_required";
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsAnotherProjectsIsNotFoundJustAsWhatIsGuessed(Row row) throws IOException {
        for (Who who : Who.values()) {
            String code = who.hasScope(row.right()) ? "not_found" : "scope_required";
            assertThat(List.of(code(who, row, others), code(who, row, guessed)))
                    .as("%s as %s", row, who)
                    .containsOnly(code);
        }
    }

    @Test
    void everyToolIsInTheMatrix() throws IOException {
        Call list = Call.of("POST /mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
        JsonNode tools = JSON.readTree(server.send(Who.OWNER, list, others).body())
                .path("result")
                .path("tools");
        assertThat(rows().map(Row::tool).distinct())
                .containsExactlyElementsOf(
                        tools.findValuesAsText("name").stream().distinct().toList());
    }

    /** M5: what spans projects shows each caller its own. */
    @Test
    void resourcesPromptsAndCompletionShowWhatTheCallerMaySee() throws IOException {
        World own = server.own();
        for (Who who : Who.values()) {
            for (String asked : List.of(
                    "'method':'resources/read','params':{'uri':'cairn://projects'}",
                    "'method':'resources/read','params':{'uri':'cairn://tickets/$ticket$'}",
                    "'method':'resources/read','params':{'uri':'cairn://projects/$key$'}",
                    "'method':'prompts/get','params':{'name':'review','arguments':{'ticket':'$ticket$'}}",
                    "'method':'completion/complete','params':{'ref':{'type':'ref/prompt','name':'plan'},"
                            + "'argument':{'name':'project','value':'K'}}",
                    "'method':'completion/complete','params':{'ref':{'type':'ref/prompt','name':'review'},"
                            + "'argument':{'name':'ticket','value':'$key$-'}}")) {
                Call call = Call.of(
                        "POST /mcp",
                        "{'jsonrpc':'2.0','id':1,%s}".formatted(asked).replace('\'', '"'));
                String mine = server.send(who, call, own).body();
                String theirs = server.send(who, call, others).body();
                boolean sees = who.role() != null && who.hasScope(Right.READ);
                assertThat(mine.contains(own.name("secret"))
                                || mine.contains("\"" + own.name("key"))
                                || mine.contains("\\\"" + own.name("key")))
                        .as("%s as %s: %s", asked, who, mine)
                        .isEqualTo(sees);
                assertThat(theirs.replace("not found", "")).doesNotContain(others.secret());
                assertThat(theirs).doesNotContain("\"" + others.name("key") + "\"");
            }
        }
    }
}
