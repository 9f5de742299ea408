package dev.cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.cli.CairnCommand;
import dev.cairn.cli.ServerLauncher.Running;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says to people and to programs ("Command line"), in this process. */
class CommandLineTest {
    @TempDir
    Path data;

    private Ran cairn(Map<String, String> environment, String... arguments) {
        Map<String, String> all = new HashMap<>(Map.of("CAIRN_HOME", data.toString()));
        all.putAll(environment);
        return Ran.of(all, arguments);
    }

    private Ran cairn(String... arguments) {
        return cairn(Map.of(), arguments);
    }

    @Test
    void helpIsNoError() {
        assertThat(Ran.of(Map.of(), "help")).isEqualTo(Ran.of(Map.of(), "--help"));
        assertThat(Ran.of(Map.of(), "help", "import").exit()).isZero();
        assertThat(Ran.of(Map.of()).exit()).isZero();
    }

    /** An example that is broken between words cannot be pasted. */
    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "import", "export", "ready", "status", "open", "mcp", "setup", "db"})
    void noLineOfAnExampleIsBroken(String command) {
        Ran help = command.isEmpty() ? cairn("--help") : cairn(command, "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        List<String> examples = help.out()
                .lines()
                .dropWhile(line -> !line.startsWith("Example"))
                .toList();
        assertThat(command.isEmpty() || !examples.isEmpty()).as(help.out()).isTrue();
        if (command.equals("import")) {
            assertThat(examples).contains("    --format taskmaster .taskmaster/tasks/tasks.json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "db", "ticket", "serve"})
    void aFolderMayBeCalledAsACommandIs(String name) {
        assertThat(Ran.of(Map.of(), "--data-dir", name, "db", "verify", "--help"))
                .isEqualTo(Ran.of(Map.of(), "db", "verify", "--help"));
        assertThat(Ran.of(Map.of(), "db", "--data-dir", "verify", "check", "--help"))
                .isEqualTo(Ran.of(Map.of(), "db", "check", "--help"));
    }

    @Test
    void aWrongPortNamesTheVariableThatHoldsIt() {
        for (String wrong : List.of("abc", "-1", "65536", "4747x")) {
            Ran serve = cairn(Map.of("CAIRN_PORT", wrong), "serve");
            assertThat(serve.exit()).isEqualTo(2);
            assertThat(serve.err()).contains("CAIRN_PORT must be 0 to 65535, not \"" + wrong + "\"");
        }
        assertThat(cairn("serve", "--port=many").err()).contains("--port must be");
    }

    @Test
    void whatIsMissingIsNamedAndNothingBesides() {
        assertThat(cairn("ticket", "show").err()).startsWith("cairn: cairn ticket show takes TICKET\nSee ");
        assertThat(cairn("task", "create", "DEMO-1").err())
                .startsWith("cairn: cairn task create takes TICKET CONTENT, not \"DEMO-1\"\nSee ");
    }

    @Test
    void aCommandWaitsForWhoHasTheDataForAMomentAndSaysSo() throws Exception {
        StringWriter err = new StringWriter();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Integer> command;
            try (Cairn other = Cairn.open(Files.createDirectories(data).resolve("cairn.db"))) {
                assertThat(other.owner()).isNotNull();
                command = threads.submit(() -> CairnCommand.run(
                        new LocalServers(Map.of()),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        "project",
                        "create",
                        "DEMO",
                        "Demo",
                        "--data-dir=" + data));
                while (!command.isDone() && !err.toString().contains("Waiting for up to 20 s")) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
            assertThat(command.get(60, TimeUnit.SECONDS)).as(err.toString()).isZero();
            assertThat(err.toString()).contains("is in use by process").contains("Waiting for up to 20 s");
        }
    }

    @Test
    void errorsAreJsonToo() throws Exception {
        Map<Integer, Ran> wrong = Map.of(
                2, cairn("helo", "--json"),
                3, cairn("import", "--json", "--project=DEMO", "absent.jsonl"),
                7, cairn(Map.of("CAIRN_TOKEN", "t"), "status", "--json", "--url=http://127.0.0.1:" + freePort()),
                5, cairn("status", "--json", "--url=https://cairn.example.com"));
        for (Map.Entry<Integer, Ran> one : wrong.entrySet()) {
            Ran ran = one.getValue();
            assertThat(ran.exit()).as(ran.out()).isEqualTo(one.getKey());
            assertThat(ran.err()).isEmpty();
            assertThat(ran.json().path("v").asInt()).isOne();
            assertThat(ran.json().path("error").path("code").asText()).matches("[a-z_]+");
            assertThat(ran.json().path("error").path("message").asText()).isNotBlank();
        }
    }

    @Test
    void aProjectIsNamedInAnyCaseOrByTheEnvironment() {
        assertThat(cairn("ready").err()).contains("--project KEY, or CAIRN_PROJECT");
        assertThat(cairn("ready", "--project=nope").err()).contains("There is no data at " + data);
        Cairn.open(data.resolve("cairn.db")).close();
        Ran named = cairn("ready", "--project=nope");
        assertThat(named.exit()).isEqualTo(3);
        assertThat(named.err()).contains("There is no project with the key NOPE");
        assertThat(cairn(Map.of("CAIRN_PROJECT", "nope"), "ready").err())
                .contains("There is no project with the key NOPE");
    }

    /** No query plan, no warning, no stack: what is logged is for --verbose. */
    @Test
    void nothingOfTheMachineryIsSaidByACommand() throws Exception {
        Path file = Files.writeString(data.resolve("issues.jsonl"), """
                {"id":"b-1","title":"First","status":"open","priority":1,"issue_type":"task"}
                {"id":"b-2","title":"Second","status":"blocked","priority":0,"issue_type":"bug"}
                """);
        Ran imported = cairn("import", "--project=demo", "--create=A demo", file.toString());
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out()).startsWith("DEMO: 2 created");
        Ran ready = cairn("ready", "--project=demo", "--blocked");
        assertThat(ready.err()).isEmpty();
        assertThat(ready.out()).contains("Second  (its status is blocked)");
        assertThat(cairn("status").out()).contains("database " + data.resolve("cairn.db"), "not running");
    }

    @Test
    void aFileThatIsRefusedLeavesNoProjectBehind() throws Exception {
        Path file = Files.writeString(data.resolve("tasks.json"), "{\"master\":");
        for (String key : List.of("NEW", "new")) {
            Ran refused = cairn("import", "--project=" + key, "--create=New", file.toString());
            assertThat(refused.exit()).as(refused.out()).isNotZero();
            assertThat(cairn("project", "show", "NEW").exit()).as(refused.err()).isEqualTo(3);
        }
        assertThat(cairn("project", "create", "OLD", "Old").exit()).isZero();
        assertThat(cairn("import", "--project=OLD", "--create=Old", file.toString())
                        .exit())
                .isNotZero();
        assertThat(cairn("project", "show", "OLD").exit()).isZero();
    }

    @Test
    void aSlipIsAnsweredWithAllThatMayBeSaid() throws Exception {
        Path file = Files.writeString(data.resolve("tasks.json"), "[]");
        Ran format = cairn("import", "--project=DEMO", "--format=nonsense", file.toString());
        assertThat(format.exit()).isEqualTo(2);
        assertThat(format.err()).contains("taskmaster, beads, github, backlog, promptliano, projectwiz or cairn");
        Cairn.open(data.resolve("cairn.db")).close();
        Ran move = cairn("move", "--to=nonsense");
        assertThat(move.exit()).isEqualTo(2);
        assertThat(move.err()).contains("--to is a file, like /srv/cairn/cairn.db, or an address");
        assertThat(Files.exists(Path.of("nonsense"))).isFalse();
    }

    @Test
    void anAddressIsRefusedBeforeAnythingIsAsked() {
        for (String wrong : List.of("cairn.example.com", "ftp://cairn.example.com", "http://", "http://a b")) {
            Ran ran = cairn(Map.of("CAIRN_URL", wrong, "CAIRN_TOKEN", "t"), "status");
            assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
            assertThat(ran.err()).contains("--url and CAIRN_URL take an address");
        }
    }

    @Test
    void aDatabaseIsNamedAsPostgresqlsOwnProgramsDo() {
        for (String wrong : List.of("mysql://ada:secret@h/db", "postgres:///db", "postgres://u:secret@ho st/db")) {
            Ran ran = cairn(Map.of("CAIRN_DATABASE_URL", wrong), "status");
            assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("CAIRN_DATABASE_URL is like postgresql://")
                    .doesNotContain("secret");
        }
    }

    /** A server elsewhere has its own data: what lies here says nothing of it. */
    @Test
    void aDoctorSaysOnlyWhatItLookedAt() throws Exception {
        try (Running server = new LocalServers(Map.of()).start(data.resolve("elsewhere"), 0, false)) {
            String url = server.address().url().toString();
            Map<String, String> there = Map.of("CAIRN_TOKEN", server.address().token(), "CAIRN_URL", url);
            Ran remote = cairn(there, "doctor");
            assertThat(remote.exit()).as(remote.err()).isZero();
            assertThat(remote.out())
                    .isEqualTo("All 0 secrets can be opened%nThe database behind %s was not looked at: ".formatted(url)
                            + "cairn doctor does that on its machine%n".formatted());
            assertThat(cairn(Map.of("CAIRN_TOKEN", server.address().token()), "doctor", "--url=" + url)
                            .out())
                    .isEqualTo(remote.out());
            assertThat(cairn(there, "doctor", "--json")
                            .json()
                            .path("result")
                            .path("databaseChecked")
                            .booleanValue())
                    .isFalse();
        }
        Cairn.open(data.resolve("cairn.db")).close();
        assertThat(cairn("doctor").out()).startsWith("The data is sound, and all 0 secrets can be opened");
    }

    /** What was typed counts before what the environment says, for the data as for the token. */
    @Test
    void dataThatIsNamedIsMeantWhateverServerTheEnvironmentNames() throws Exception {
        try (Running server = new LocalServers(Map.of()).start(data.resolve("elsewhere"), 0, false)) {
            String url = server.address().url().toString();
            Map<String, String> there = Map.of("CAIRN_TOKEN", server.address().token(), "CAIRN_URL", url);
            String here = "--data-dir=" + data.resolve("here");
            assertThat(cairn(there, "project", "create", "HERE", "Here", here))
                    .isEqualTo(new Ran(0, "HERE  draft  Here\n", ""));
            assertThat(cairn(there, "project", "list").out()).isEqualTo("There is nothing.\n");
            assertThat(cairn(there, "status", here).out())
                    .contains("database " + data.resolve("here").resolve("cairn.db"), "HERE");
            for (String command : List.of("status", "doctor", "mcp", "serve")) {
                Ran both = cairn(there, command, here, "--url=" + url);
                assertThat(both.exit()).as(both.err()).isEqualTo(2);
                assertThat(both.err()).contains("leave out one of them");
            }
        }
    }

    @Test
    void aLinkNeedsAServerThatRuns() {
        Ran open = cairn("open");
        assertThat(open.exit()).isEqualTo(7);
        assertThat(open.err()).contains("No server runs on " + data).contains("cairn serve");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
