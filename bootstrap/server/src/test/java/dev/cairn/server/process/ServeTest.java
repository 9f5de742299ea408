package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.server.Ran;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a user runs it, in a process of its own, and commands beside it. */
class ServeTest {
    private static final String BEADS = """
            {"id":"b-1","title":"First","status":"open","priority":1,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z"}
            {"id":"b-2","title":"Second","status":"open","priority":0,"issue_type":"bug","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z"}
            """;

    @TempDir
    Path folder;

    @Test
    void aSecondServerIsRefusedAndToldWhereTheFirstOneIs() throws Exception {
        try (ChildServer first = ChildServer.start(data())) {
            Ran second = serve(Map.of());
            assertThat(second.exit()).isEqualTo(4);
            assertThat(second.err()).contains(first.url().toString()).contains(String.valueOf(first.pid()));
        }
    }

    @Test
    void sigtermEndsTheServerAndTakesItsAddressAway() throws Exception {
        try (ChildServer server = ChildServer.start(data())) {
            assertThat(Files.readString(data().resolve("server.json")))
                    .contains(server.url().toString());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("cairn.db"))))
                    .isEqualTo("rw-------");
            assertThat(server.terminate()).isTrue();
            assertThat(data().resolve("server.json")).doesNotExist();
        }
    }

    @Test
    void commandsWorkThroughARunningServerAndWithoutOne() throws Exception {
        Path file = Files.writeString(folder.resolve("issues.jsonl"), BEADS);
        try (ChildServer server = ChildServer.start(data())) {
            Ran imported = cairn("import", "--project", "DEMO", "--create", "A demo", file.toString());
            assertThat(imported.exit()).as(imported.err()).isZero();
            assertThat(imported.out()).contains("2 created");
            server.kill();
        }
        assertThat(data().resolve("server.json"))
                .as("left behind by the killed server")
                .exists();
        Ran again = cairn("import", "--project", "DEMO", "--json", file.toString());
        assertThat(again.out()).contains("\"v\":1").contains("\"unchanged\":2");
        assertThat(cairn("ready", "--project", "DEMO").out().lines().toList())
                .first()
                .asString()
                .contains("Second");
        Path export = folder.resolve("demo.cairn.jsonl");
        assertThat(cairn("export", "--project", "DEMO", export.toString()).exit())
                .isZero();
        assertThat(Files.readAllLines(export).stream().filter(line -> line.startsWith("{\"ticket\"")))
                .hasSize(2);
        assertThat(cairn("status").out()).contains("not running").contains("2 open");
    }

    /** The database is being written by its own program, which has not put all of it into the file yet. */
    @Test
    void issuesFoldersAndDatabasesOfOthersAreToldByTheirNames() throws Exception {
        Path issues = Files.writeString(folder.resolve("issues.json"), "[{\"number\":7,\"title\":\"Sails\"}]");
        Path tasks = Files.createDirectories(folder.resolve("repository/backlog/tasks"));
        Files.writeString(tasks.resolve("task-1.md"), "---\nid: TASK-1\ntitle: Keel\n---\nOak.");
        Files.writeString(tasks.resolveSibling("config.yml"), "project_name: x");
        Path database = folder.resolve("promptliano.db");
        Path killed = Files.createDirectories(data().resolve("tmp/.import-999999999-5-1"));
        Files.writeString(killed.resolve("copy.db"), "What a killed server was reading");
        try (ChildServer _ = ChildServer.start(data());
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT)");
            statement.execute("CREATE TABLE tickets (id INTEGER PRIMARY KEY, project_id INTEGER, title TEXT)");
            statement.execute("CREATE TABLE ticket_tasks (id INTEGER PRIMARY KEY, ticket_id INTEGER, content TEXT)");
            statement.execute("INSERT INTO projects VALUES (1, 'Web Shop')");
            statement.execute("INSERT INTO tickets VALUES (1, 1, 'Sell oak')");
            assertThat(cairn("import", "--project", "GH", "--create", "Issues", issues.toString())
                            .out())
                    .startsWith("GH: 1 created");
            assertThat(cairn(
                                    "import",
                                    "--project",
                                    "BL",
                                    "--create",
                                    "Tasks",
                                    folder.resolve("repository").toString())
                            .out())
                    .startsWith("BL: 1 created")
                    .contains("config.yml: Left out");
            assertThat(killed).doesNotExist();
            assertThat(cairn("import", database.toString()).out()).startsWith("WEBSHOP (Web Shop), new: 1 created");
            try (Stream<Path> left = Files.list(data().resolve("tmp"))) {
                assertThat(left).isEmpty();
            }
            assertThat(cairn("import", database.toString()).out()).startsWith("WEBSHOP (Web Shop): 0 created");
            Ran wrong = cairn("import", "--format", "projectwiz", database.toString());
            assertThat(wrong.exit()).isEqualTo(2);
            assertThat(wrong.err()).contains("a database without the tables users, messages");
            assertThat(cairn(
                                    "import",
                                    "--project",
                                    "GH",
                                    folder.resolve("repository/backlog/tasks").toString())
                            .err())
                    .contains("There is no folder 'tasks'");
        }
    }

    @Test
    void exitCodesTellWhatWentWrong() throws Exception {
        assertThat(cairn("ready", "--project", "NOPE").exit()).isEqualTo(3);
        assertThat(cairn("ready").exit()).isEqualTo(2);
        assertThat(cairn("frobnicate").exit()).isEqualTo(2);
        assertThat(cairn(
                                "import",
                                "--project",
                                "NOPE",
                                folder.resolve("absent.jsonl").toString())
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void anotherTokenInTheEnvironmentCountsBeforeTheFile() throws Exception {
        try (ChildServer server = ChildServer.start(data())) {
            assertThat(cairn(Map.of("CAIRN_TOKEN", server.token()), "status").exit())
                    .isZero();
            Ran wrong = cairn(Map.of("CAIRN_TOKEN", "another-token"), "status");
            assertThat(wrong.exit()).isEqualTo(5);
            assertThat(wrong.err()).contains("token_invalid").doesNotContain("another-token");
            Ran broken = cairn(Map.of("CAIRN_TOKEN", "a secret in\ntwo lines"), "status");
            assertThat(broken.exit()).isEqualTo(2);
            assertThat(broken.err()).contains("CAIRN_TOKEN").doesNotContain("secret");
            Files.delete(data().resolve("token"));
            assertThat(cairn("status").err()).contains("token_required");
        }
    }

    @Test
    void anAddressThatOthersReachIsRefusedBeforeAnythingIsOpened() throws Exception {
        Ran refused = serve(Map.of("CAIRN_BIND", "0.0.0.0"));
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("CAIRN_BIND=0.0.0.0").contains("CAIRN_ACCOUNTS=on");
        assertThat(data()).doesNotExist();
        assertThat(serve(Map.of("CAIRN_BODY_MAX_BYTES", "many")).exit()).isEqualTo(2);
    }

    @Test
    void theBannerSaysWhichNamesAreAnsweredAndThatThereAreAccounts() throws Exception {
        Map<String, String> open =
                Map.of("CAIRN_BIND", "0.0.0.0", "CAIRN_ACCOUNTS", "on", "CAIRN_INSECURE_BIND", "yes");
        try (ChildServer server = ChildServer.start(data(), open)) {
            server.terminate();
            assertThat(server.said())
                    .contains("list theirs for it in CAIRN_HOSTS=")
                    .contains("Accounts are on")
                    .contains("Log: " + data().resolve("logs/cairn.log"));
        }
        try (ChildServer server = ChildServer.start(data(), Map.of("CAIRN_HOSTS", "cairn.example.com"))) {
            server.terminate();
            assertThat(server.said()).contains("Answers also as: cairn.example.com");
        }
    }

    /** There is no lock to ask where the database is no file here. */
    @Test
    void aServerOnADatabaseElsewhereIsFoundAndItsDatabaseNamed() throws Exception {
        try (ChildServer server = ChildServer.start(folder.resolve("elsewhere"))) {
            Files.createDirectory(data());
            Files.writeString(data().resolve("token"), server.token());
            Files.writeString(
                    data().resolve("server.json"),
                    "{\"url\":\"%s\",\"pid\":%d,\"started\":\"%s\",\"database\":\"postgresql://db.example.com/cairn\"}"
                            .formatted(
                                    server.url(),
                                    server.pid(),
                                    ProcessHandle.of(server.pid())
                                            .flatMap(process -> process.info().startInstant())
                                            .orElseThrow()));
            Ran status = cairn("status");
            assertThat(status.out())
                    .as(status.err())
                    .contains("database postgresql://db.example.com/cairn")
                    .contains("server   " + server.url());
            assertThat(data().resolve("cairn.db")).doesNotExist();
            Ran backup = cairn("db", "backup");
            assertThat(backup.exit()).isEqualTo(2);
            assertThat(backup.err()).contains("set CAIRN_DATABASE_URL");
        }
    }

    /** For a program that starts it: one object, and no token in it. */
    @Test
    void serveSaysWhereItIsAsJson() throws Exception {
        Process process = ChildServer.cairn(List.of("serve", "--json", "--port", "0", "--data-dir", data().toString()));
        try (BufferedReader out = process.inputReader(UTF_8)) {
            JsonNode answer = new ObjectMapper().readTree(out.readLine()).path("result");
            String token =
                    Files.readString(Path.of(answer.path("tokenFile").asText())).strip();
            assertThat(answer.toString()).doesNotContain(token);
            assertThat(answer.path("dataDirectory").asText()).isEqualTo(data().toString());
            assertThat(Path.of(answer.path("logFile").asText())).exists();
            Ran remote = Ran.of(Map.of("CAIRN_URL", answer.path("url").asText(), "CAIRN_TOKEN", token), "status");
            assertThat(remote.exit()).as(remote.err()).isZero();
            assertThat(remote.out()).contains("server   " + answer.path("url").asText());
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aLinkLetsOneBrowserInAndNoSecond() throws Exception {
        try (ChildServer server = ChildServer.start(data())) {
            Ran open = cairn("open");
            assertThat(open.exit()).as(open.err()).isZero();
            assertThat(open.out()).startsWith(server.url() + "/#token=").doesNotContain(server.token());
            Api browser = new Api(
                    server.url(), open.out().strip().substring(open.out().indexOf('=') + 1));
            assertThat(browser.get("/projects").status()).as("for nothing else").isEqualTo(401);
            assertThat(browser.post("/auth/browser-session", "{}").status()).isEqualTo(201);
            assertThat(browser.post("/auth/browser-session", "{}").status()).isEqualTo(401);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Ran cairn(String... arguments) {
        return cairn(Map.of(), arguments);
    }

    private Ran cairn(Map<String, String> environment, String... arguments) {
        return Ran.of(
                environment,
                Stream.concat(Stream.of(arguments), Stream.of("--data-dir", data().toString()))
                        .toArray(String[]::new));
    }

    /** A server that is not refused would never end. */
    private Ran serve(Map<String, String> environment) throws IOException, InterruptedException {
        Process process =
                ChildServer.cairn(List.of("serve", "--port", "0", "--data-dir", data().toString()), environment);
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Ran(process.waitFor(), out, err);
    }
}
