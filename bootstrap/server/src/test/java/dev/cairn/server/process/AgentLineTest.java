package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cairn mcp} as an agent's client starts it: beside a server, without one, and when the server goes away (M7, M11). */
class AgentLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EOF_SECONDS_MAX = 5;

    @TempDir
    Path data;

    /** One agent's line. */
    private static final class Line implements AutoCloseable {
        private final Process process;
        private final BufferedWriter in;
        private final BufferedReader out;
        private int id;

        Line(Path data, String... arguments) throws IOException {
            this(data, Path.of(""), Map.of(), arguments);
        }

        Line(Path data, Path folder, Map<String, String> environment, String... arguments) throws IOException {
            List<String> all = new java.util.ArrayList<>(List.of("mcp", "--data-dir", data.toString()));
            all.addAll(List.of(arguments));
            this.process = ChildServer.cairn(all, environment, folder);
            this.in = process.outputWriter(UTF_8);
            this.out = process.inputReader(UTF_8);
        }

        /** Sends a line and reads the next one, which has to be its answer. */
        JsonNode ask(String method, String params) throws IOException {
            id++;
            send("{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params));
            JsonNode answer = JSON.readTree(out.readLine());
            assertThat(answer.path("id").intValue()).isEqualTo(id);
            return answer;
        }

        void send(String line) throws IOException {
            in.write(line);
            in.newLine();
            in.flush();
        }

        JsonNode read() throws IOException {
            return JSON.readTree(out.readLine());
        }

        /** What a model reads. */
        JsonNode call(String tool, String arguments) throws IOException {
            JsonNode result = ask(
                            "tools/call",
                            "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments.replace('\'', '"')))
                    .path("result");
            return JSON.readTree(result.path("content").path(0).path("text").asText());
        }

        /** Whether it ended in order, and has said nothing else. */
        void end() throws IOException, InterruptedException {
            in.close();
            assertThat(process.waitFor(EOF_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.readLine()).isNull();
            assertThat(process.errorReader(UTF_8).readLine()).isNull();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** M11 */
    @Test
    void whatThereIsIsToldBeforeAnythingIsOpenedAndHostileLinesEndNothing() throws Exception {
        Path nowhere = data.resolve("nowhere");
        try (Line line = new Line(nowhere, "--read-only")) {
            JsonNode initialized = line.ask("initialize", "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{}}");
            assertThat(initialized.path("result").path("protocolVersion").asText())
                    .isEqualTo("2025-06-18");
            line.send("nonsense");
            assertThat(line.read().path("error").path("code").intValue()).isEqualTo(-32700);
            assertThat(line.ask("tools/list", "{}").path("result").path("tools"))
                    .hasSize(6);
            assertThat(nowhere).doesNotExist();
            line.end();
        }
        Process wrong = ChildServer.cairn(List.of("mcp", "--tools", "rm", "--data-dir", nowhere.toString()));
        assertThat(wrong.waitFor()).isEqualTo(2);
        assertThat(wrong.inputReader(UTF_8).readLine()).isNull();
        assertThat(wrong.errorReader(UTF_8).readLine()).contains("--tools knows no 'rm'");
    }

    @Test
    void whenTheServerGoesAwayTheAnswerSaysSoAndTheNextCallFindsANewOne() throws Exception {
        try (Line line = new Line(data)) {
            try (ChildServer first = ChildServer.start(data)) {
                first.api().made("/projects", "{\"key\":\"CRN\",\"name\":\"Cairn\"}");
                assertThat(line.call("save_ticket", "{'title':'T'}")
                                .path("ticket")
                                .path("key")
                                .asText())
                        .isEqualTo("CRN-1");
                first.kill();
                JsonNode gone = line.call("get", "{'id':'CRN-1'}");
                assertThat(gone.path("code").asText()).isEqualTo("server_gone");
                assertThat(gone.path("hint").asText()).isNotBlank();
            }
            try (ChildServer second = ChildServer.start(data)) {
                assertThat(line.call("claim_next", "{}").path("claimed").booleanValue())
                        .isTrue();
                assertThat(second.api()
                                .get("/tickets/CRN-1")
                                .body()
                                .path("status")
                                .asText())
                        .isEqualTo("in_progress");
            }
            line.end();
        }
    }

    /** M4: what a folder belongs to holds for agents as for people. */
    @Test
    void theProjectOfTheFolderIsMeantWhereNoneIsNamed() throws Exception {
        Path folder = Files.createDirectories(data.resolve("work"));
        Path below = Files.createDirectories(folder.resolve("src/deep"));
        Files.writeString(folder.resolve(".cairn.toml"), "project = \"two\"\n");
        try (ChildServer server = ChildServer.start(data)) {
            server.api().made("/projects", "{\"key\":\"ONE\",\"name\":\"One\"}");
            server.api().made("/projects", "{\"key\":\"TWO\",\"name\":\"Two\"}");
            try (Line here = new Line(data, below, Map.of());
                    Line named = new Line(data, below, Map.of("CAIRN_PROJECT", "ONE"))) {
                assertThat(here.call("save_ticket", "{'title':'T'}")
                                .path("ticket")
                                .path("key")
                                .asText())
                        .isEqualTo("TWO-1");
                assertThat(named.call("save_ticket", "{'title':'T'}")
                                .path("ticket")
                                .path("key")
                                .asText())
                        .isEqualTo("ONE-1");
            }
        }
        Process setup = ChildServer.cairn(List.of("setup", "claude", "--dry-run"), Map.of(), below);
        assertThat(new String(setup.getInputStream().readAllBytes(), UTF_8)).contains("\"CAIRN_PROJECT\"", "\"TWO\"");
    }

    /** M9: what waits in the server is told, and given up, through the line. */
    @Test
    void whoWaitsIsToldAndCanGiveItUp() throws Exception {
        String call =
                "{\"jsonrpc\":\"2.0\",\"id\":\"w\",\"method\":\"tools/call\",\"params\":{\"name\":\"claim_next\",\"arguments\":{\"wait_seconds\":25},\"_meta\":{\"progressToken\":\"p\"}}}";
        String cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"w\"}}";
        try (ChildServer server = ChildServer.start(data);
                Line line = new Line(data)) {
            server.api().made("/projects", "{\"key\":\"CRN\",\"name\":\"Cairn\"}");
            line.send(call);
            JsonNode told = line.read();
            assertThat(told.path("method").asText()).isEqualTo("notifications/progress");
            assertThat(told.path("params").path("progressToken").asText()).isEqualTo("p");
            line.send(cancel);
            assertThat(line.ask("ping", "{}").path("result").isObject()).isTrue();
            server.api().made("/projects/CRN/tickets", "{\"title\":\"T\"}");
            assertThat(line.call("claim_next", "{}").path("claimed").booleanValue())
                    .isTrue();
            line.send(call);
            assertThat(line.read().path("method").asText()).isEqualTo("notifications/progress");
            line.in.close();
            assertThat(line.read().path("result").path("isError").booleanValue())
                    .isTrue();
            line.end();
        }
    }

    /** M9: whether it waits for work, and whether there is some at once. */
    @Test
    void aCallThatIsGivenUpAtOnceLeavesNothingClaimed() throws Exception {
        try (ChildServer server = ChildServer.start(data);
                Line line = new Line(data)) {
            server.api().made("/projects", "{\"key\":\"CRN\",\"name\":\"Cairn\"}");
            server.api().made("/projects/CRN/tickets", "{\"title\":\"T\"}");
            line.call("get_context", "{}");
            for (int i = 0; i < 10; i++) {
                String id = "c" + i;
                line.send(("{'jsonrpc':'2.0','id':'%s','method':'tools/call',"
                                + "'params':{'name':'claim_next','arguments':{%s}}}")
                        .formatted(id, i % 2 == 0 ? "" : "'wait_seconds':1")
                        .replace('\'', '"'));
                line.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':'%s'}}"
                        .formatted(id)
                        .replace('\'', '"'));
                line.send("nonsense");
                JsonNode next = line.read();
                assertThat(next.path("error").path("code").intValue() == -32700
                                || next.path("id").asText().equals(id))
                        .isTrue();
                if (next.path("id").asText().equals(id)) { // It was too late, and so it is said.
                    JsonNode taken = JSON.readTree(next.path("result")
                            .path("content")
                            .path(0)
                            .path("text")
                            .asText());
                    line.read();
                    line.call(
                            "finish_claim",
                            "{'claim':'%s','fencing_token':%d,'outcome':'release'}"
                                    .formatted(
                                            taken.path("claim_id").asText(),
                                            taken.path("fencing_token").asLong()));
                }
                assertThat(server.api()
                                .get("/tickets/CRN-1")
                                .body()
                                .path("status")
                                .asText())
                        .as(id)
                        .isEqualTo("open");
            }
            line.end();
        }
    }

    /** M7: a command that has the data for itself is waited for. */
    @Test
    void anAgentWaitsForACommandThatHasTheData() throws Exception {
        try (ChildServer server = ChildServer.start(data)) {
            server.api().made("/projects", "{\"key\":\"CRN\",\"name\":\"Cairn\"}");
            server.terminate();
        }
        Process command = ChildServer.cairn(
                List.of("next", "--project", "CRN", "--wait-seconds", "3", "--data-dir", data.toString()), Map.of());
        try (Line line = new Line(data)) {
            assertThat(line.call("get_context", "{}").path("code").isMissingNode())
                    .isTrue();
            assertThat(command.waitFor(EOF_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            line.end();
        } finally {
            command.destroyForcibly();
        }
    }

    /** M4: without any server two agents work side by side, and one goes on from where the other was killed. */
    @Test
    void agentsWithoutAServerShareTheDataAndGoOnFromAKilledOne() throws Exception {
        try (ChildServer server = ChildServer.start(data)) {
            server.api().made("/projects", "{\"key\":\"CRN\",\"name\":\"Cairn\"}");
            server.api().made("/projects/CRN/tickets", "{\"title\":\"T\",\"acceptanceCriteria\":[\"It runs\"]}");
            server.terminate();
        }
        try (Line owner = new Line(data);
                Line bee = new Line(data)) {
            assertThat(owner.call("get_context", "{}").path("ready")).hasSize(1);
            JsonNode claimed = bee.call("claim_next", "{'agent':'bee','lease_seconds':5}");
            assertThat(claimed.path("claimed").booleanValue()).isTrue();
            bee.call(
                    "update_claim",
                    "{'claim':'%s','fencing_token':1,'percent':50,'note':'half of it is in branch x'}"
                            .formatted(claimed.path("claim_id").asText()));
            bee.kill();
            JsonNode next = owner.call("claim_next", "{'agent':'ant','wait_seconds':20}");
            assertThat(next.path("fencing_token").intValue()).isEqualTo(2);
            assertThat(next.path("previous").path("note").asText()).isEqualTo("half of it is in branch x");
            assertThat(next.path("previous").path("agent").asText()).isEqualTo("bee");
            assertThat(next.path("ticket").path("acceptance_criteria").path(0).asText())
                    .isEqualTo("It runs");
            owner.send("{\"jsonrpc\":\"2.0\",\"id\":99,\"method\":\"tools/call\",\"params\":"
                    + "{\"name\":\"claim_next\",\"arguments\":{\"wait_seconds\":25}}}");
            long began = System.nanoTime();
            owner.in.close();
            assertThat(owner.process.waitFor(EOF_SECONDS_MAX, TimeUnit.SECONDS))
                    .as(
                            "who waits for work does not wait beyond the end of the input, but %d ms",
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began))
                    .isTrue();
        }
    }
}
