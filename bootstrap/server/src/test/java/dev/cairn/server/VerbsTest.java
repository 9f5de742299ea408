package dev.cairn.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.cli.CairnCommand;
import dev.cairn.cli.ServerLauncher.Running;
import dev.cairn.model.O200kTokens;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs of the command line against a running server ("Command line"). */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
class VerbsTest {
    @TempDir
    private static Path data;

    private static Running server;

    @BeforeAll
    static void start() {
        server = new LocalServers(Map.of()).start(data, 0, true);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Ran run(Map<String, String> environment, String... arguments) {
        Map<String, String> all = new HashMap<>(Map.of("CAIRN_HOME", data.toString()));
        all.putAll(environment);
        return Ran.of(all, arguments);
    }

    /** As it is typed; a text of several words stands in quotes. */
    private static Ran cairn(String project, String line) {
        List<String> words = new ArrayList<>();
        for (String part : line.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            words.add(part.replace("'", ""));
        }
        return run(Map.of("CAIRN_PROJECT", project), words.toArray(String[]::new));
    }

    private static Ran works(String project, String line) {
        Ran ran = cairn(project, line);
        assertThat(ran.exit()).as(line + "\n" + ran.err() + ran.out()).isZero();
        assertThat(ran.err()).as(line).isEmpty();
        return ran;
    }

    private static String project(String key) {
        assertThat(works(key, "project create " + key + " 'Project " + key + "'")
                        .out())
                .isEqualTo(key + "  draft  Project " + key + "\n");
        return key;
    }

    @Test
    void aWorkerNeedsFiveWords() {
        String project = project("WORK");
        assertThat(works(
                                project,
                                "ticket create 'Say hello' --priority high --label a --label 'b c' --task think --task '{\"content\":\"speak\"}'")
                        .out())
                .isEqualTo("WORK-1  high  open  Say hello\n");
        works(project, "ticket create 'Say more'");
        assertThat(works(project, "next --agent ada").out())
                .contains("WORK-1  Say hello\n", "fencing token: 1\n", "  - pending: think\n  - pending: speak\n")
                .contains("cairn done WORK-1");
        assertThat(works(project, "note 'half of it' --progress 50").out()).startsWith("20");
        assertThat(works(project, "claim list").out())
                .startsWith("WORK-1  ada  ")
                .endsWith("Say hello\n");
        assertThat(works(project, "release --note 'not mine'").out()).startsWith("released  ready\n");
        assertThat(works(project, "claim WORK-1").out())
                .contains("note of the holder before: half of it\n  not mine\n");
        assertThat(works(project, "done work-1 --finish-tasks --result '{\"pr\":42}'")
                        .out())
                .isEqualTo("completed\n");
        assertThat(works(project, "next --json")
                        .result()
                        .path("ticket")
                        .path("key")
                        .asText())
                .isEqualTo("WORK-2");
        assertThat(works(project, "fail 'it broke'").out()).startsWith("failed  scheduled  20");
        String idle = project("IDLE");
        assertThat(cairn(idle, "next")).isEqualTo(new Ran(3, "", "Nothing to claim: empty\n"));
        assertThat(cairn(idle, "next --json").result().path("claim").isNull()).isTrue();
    }

    /** Only the happy paths that no other test takes; each prints something, and nothing of an error. */
    @Test
    void everyNounHasVerbsThatWork() {
        String project = project("NOUN");
        works(project, "ticket create One");
        works(project, "ticket create Two --type bug --due-at 2030-01-01T00:00:00Z");
        assertThat(works(project, "ticket update NOUN-2 --clear due-at --overview 'More of it' --json")
                        .result()
                        .path("dueAt")
                        .isNull())
                .isTrue();
        assertThat(works(project, "ticket list --sort createdAt --limit 1").out())
                .startsWith("NOUN-1  normal  open  One\n… and more: --all, or --cursor ");
        assertThat(works(project, "ticket list --sort createdAt --limit 1 --all")
                        .out()
                        .lines())
                .hasSize(2);
        assertThat(works(project, "ticket list --status in-progress,review").out())
                .isEqualTo("There is nothing.\n");
        assertThat(works(project, "ticket batch --body '{\"items\":[{\"title\":\"Three\"}]}'")
                        .out())
                .isEqualTo("NOUN-3  normal  open  Three\n");
        String task = works(project, "task create NOUN-1 'think of words' --json")
                .result()
                .path("id")
                .asText();
        assertThat(works(project, "task status " + task + " in-progress").out())
                .isEqualTo(task + "  in_progress  think of words\n");
        assertThat(works(project, "task list NOUN-1").out()).contains("think of words");
        assertThat(works(project, "comment add NOUN-1 'Shorter is better.'").out())
                .endsWith("owner  Shorter is better.\n");
        works(project, "link put NOUN-1 blocks NOUN-2");
        assertThat(works(project, "link list NOUN-2").out()).isEqualTo("NOUN-1  blocks  NOUN-2\n");
        works(project, "queue create agents --max-parallel 2");
        assertThat(works(project, "queue show agents").out()).contains("maxParallel: 2\n", "name: agents\n");
        assertThat(works(project, "queue add agents NOUN-3").out()).contains("  ready  normal  ");
        assertThat(works(project, "queue items agents").out().lines()).hasSize(1);
        assertThat(works(project, "queue claim agents").out()).startsWith("NOUN-3  Three\n");
        works(project, "queue statistics agents");
        assertThat(works(project, "pack --ticket NOUN-1").out()).contains("NOUN-1: One");
        works(project, "done");
        assertThat(works(project, "search one").out()).startsWith("NOUN-1  ticket  One");
        assertThat(works(project, "activity --limit 1").out().lines()).hasSize(2);
        works(project, "project overview");
        works(project, "project show noun");
        works(project, "project configure --auto-complete-tickets=false");
        assertThat(works(project, "project settings").out())
                .isEqualTo("autoCompleteTickets: false\nmodelSummaries: false\n");
        assertThat(works(project, "user me").out()).contains("owner  read, write, claim, admin");
        assertThat(works(project, "user create Ada --type agent").out()).contains("agent  member  Ada\n");
        works(project, "member list");
        works(project, "setting set theme dark");
        works(project, "setting set columns '[1,2]'");
        assertThat(works(project, "setting list").out()).isEqualTo("columns: 1, 2\ntheme: dark\n");
        works(project, "setting remove theme");
        works(project, "setting system");
        String secret =
                works(project, "token create ci --scope read,write").out().strip();
        assertThat(secret).startsWith("cairn_t_");
        Ran asCi = run(Map.of("CAIRN_TOKEN", secret), "ticket", "list", "--project", project);
        assertThat(asCi.exit()).isZero();
        works(project, "data merge --actor Ada --goal 'Be found'");
        assertThat(works(project, "data show").out()).contains("- Ada");
        works(project, "artifact generate --type class-diagram");
        works(project, "conversation list");
        assertThat(works(project, "talk " + project + " 'Who is there?'").out()).isEqualTo("1  owner: Who is there?\n");
        assertThat(works(project, "talk 'Nobody?'").out()).isEqualTo("2  owner: Nobody?\n");
        assertThat(run(Map.of(), "talk", "--conversation", "0000000000000", "hello")
                        .exit())
                .isEqualTo(3);
        String channel = works(project, "conversation create work --kind channel --json")
                .out()
                .replaceFirst("(?s).*?\"id\":\\s*\"(\\w+)\".*", "$1");
        assertThat(works(project, "talk --conversation " + channel + " hello").out())
                .isEqualTo("1  owner: hello\n");
        assertThat(works(project, "message list " + channel).out()).contains("owner  hello");
        works(project, "conversation read " + channel + " 1");
        works(project, "conversation fork " + channel);
        works(project, "conversation archive " + channel);
        assertThat(works(project, "ticket delete NOUN-2").out()).isEqualTo("Done.\n");
        works(project, "ticket restore NOUN-2");
        assertThat(works(project, "--quiet ticket show NOUN-2").out()).isEmpty();
    }

    @Test
    void whatIsNotAllSaysSo() throws IOException {
        String project = project("MANY");
        assertThat(works(project, "status").out()).doesNotContain("… and more");
        works(project, "ticket create Discussed --priority urgent");
        for (int i = 0; i < 100; i++) {
            works(project, "comment add MANY-1 'Comment %d'".formatted(i));
        }
        assertThat(works(project, "claim MANY-1").out())
                .contains("Comment 99\n  … and perhaps older ones: cairn comment list MANY-1 --all\n");
        works(project, "comment list MANY-1 --all");
        for (int i = 2; i <= 7; i++) {
            works(project, "ticket create T");
            works(project, "claim MANY-" + i);
        }
        assertThat(works(project, "context").out()).contains("  … and more: cairn claim list\n");
        assertThat(works(project, "context --json").result().path("moreClaims").asBoolean())
                .isTrue();
        assertThat(works(project, "activity --limit 1").out()).contains("… and more: --cursor ");
        assertThat(works(project, "activity --limit 1 --after 1").out()).contains("… what comes next: --after ");
        assertThat(works(project, "events --after 1").out().lines().toList().getLast())
                .startsWith("… what comes next: --after ");
        for (int i = 0; i < 50; i++) {
            works(project, "project create M%d M%d".formatted(i, i));
        }
        Ran status = works(project, "status");
        assertThat(status.out()).endsWith("… and more: cairn project list --all\n");
        assertThat(works(project, "status --json").result().path("projects")).hasSize(50);
    }

    @Test
    void aFileThatIsCutSaysWhereItGoesOn(@TempDir Path folder) throws IOException {
        String project = project("CUT");
        Files.writeString(folder.resolve("long.txt"), "line\n".repeat(2_100));
        works(project, "index " + folder);
        String id = works(project, "files list --json")
                .result()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        Ran cut = cairn(project, "files read " + id);
        assertThat(cut.out().lines()).hasSize(2_000);
        assertThat(cut.err()).isEqualTo("… cut behind line 2000 of 2100: --lines 2001-\n");
        assertThat(works(project, "files read " + id + " --lines 2001-").out().lines())
                .hasSize(100);
    }

    /** Q5: agents of one user are fenced off from each other, also where the ticket is named. */
    @Test
    void anAgentThatLostItsClaimDoesNotReachAnothersByTheTicket() {
        String project = project("FENCE");
        works(project, "ticket create One");
        assertThat(as("ada", "next").exit()).isZero();
        assertThat(as("ada", "release").exit()).isZero();
        String claim =
                as("bee", "claim", "FENCE-1", "--json").result().path("id").asText();
        for (String late : List.of("done FENCE-1", "note fence-1 half", "fail FENCE-1 broken")) {
            Ran ran = as("ada", late.split(" ", -1));
            assertThat(ran.exit()).as(late + ran).isEqualTo(4);
            assertThat(ran.err()).contains("lease_lost");
        }
        Ran never = as("cyd", "done", "FENCE-1");
        assertThat(never.exit()).isEqualTo(3);
        assertThat(never.err()).contains("You hold no claim on FENCE-1 as cyd");
        works(project, "note FENCE-1 'whoever I am'");
        assertThat(as("bee", "note", "FENCE-1", "half of it").exit()).isZero();
        assertThat(as("ada", "done", claim).exit()).isZero();
    }

    private static Ran as(String agent, String... words) {
        return run(Map.of("CAIRN_PROJECT", "FENCE", "CAIRN_AGENT", agent), words);
    }

    @Test
    void aTicketThatIsClaimedByItsKeySaysWhichProjectIsMeant() {
        works(project("KEYED"), "ticket create One");
        Ran claimed = run(Map.of(), "claim", "keyed-1");
        assertThat(claimed.exit()).as(claimed.err()).isZero();
        assertThat(run(Map.of(), "claim", "nonsense").err()).contains("Name the project");
    }

    /** Neither what people wrote nor what a model said gives orders to a terminal. */
    @Test
    void nothingThatIsStoredMovesTheCursorOfATerminal() {
        String project = project("ORDERS");
        String orders = "\u001b]0;owned\u0007\u001b[31mred\u009b2J\u007f\rover";
        works(project, "project update --name '" + orders + "'");
        works(project, "ticket create '" + orders + "'");
        for (String line : List.of(
                "ready", "status", "context", "ticket list", "ticket show ORDERS-1", "talk '" + orders + "'", "next")) {
            String said = works(project, line).out();
            assertThat(said).as(line).contains("red").doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9F}&&[^\\n\\t]]");
        }
        assertThat(cairn(project, "ticket show '" + orders + "'").err())
                .contains("red")
                .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9F}&&[^\\n\\t]]");
        assertThat(works(project, "ticket show ORDERS-1 --json")
                        .result()
                        .path("title")
                        .asText())
                .isEqualTo(orders);
    }

    @Test
    void aContextIsShortWhateverThereIs() {
        String project = project("LONG");
        works(project, "project update --description '" + "words ".repeat(600) + "'");
        for (int i = 0; i < 30; i++) {
            works(project, "ticket create '" + "Wort ".repeat(35) + i + "'");
        }
        for (String line : List.of("context", "context --json")) {
            String said = works(project, line).out();
            assertThat(said).contains("cairn next", "Wort Wort", "LONG").contains("ticket.created");
            assertThat(said.codePointCount(0, said.length())).isLessThan(6_000); // three characters a token
        }
    }

    /** In tokens, of which a wide text has more than one would think. */
    @ParameterizedTest
    @CsvSource({"WIDE,\u9F98\u9F49\u7228", "SMILE,\uD83E\uDEE0\uD83E\uDDD1", "OLD,\uD808\uDC00\uD80C\uDC80"})
    void aContextOfWideTextIsShortToo(String key, String wide) {
        String project = project(key);
        works(project, "project update --description '" + wide.repeat(200) + "'");
        for (int i = 0; i < 9; i++) {
            works(project, "ticket create '" + wide.repeat(60) + "'");
        }
        for (String line : List.of("context", "context --json")) {
            assertThat(new O200kTokens().count(works(project, line).out())).isLessThan(2_000);
        }
    }

    /** What is wrong is said on the standard error, with a code for the shell, and nothing else is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ticket show REF-99                        | 3 | There is no ticket REF-99 (not_found)
            ticket show                               | 2 | takes TICKET
            dev fake-model --port 99999               | 2 | --port must be 0 to 65535, not "99999"
            ticket show REF-1 REF-2                   | 2 | takes TICKET
            ticket list --project NOPE                | 3 | There is no project with the key NOPE
            ticket list --limit many                  | 2 | --limit takes a whole number, not "many"
            memory prune --dry-run yes                | 2 | --dry-run takes true or false, not "yes"
            done --finish-tasks REF-1                 | 2 | --finish-tasks takes true or false, not "REF-1"
            ticket create X --priority silly          | 2 | 'silly' is not one of: low, normal, high, urgent
            ticket create ''                          | 2 | title
            ticket create X --task-force              | 2 | Unknown option
            ticket create X --metadata nonsense       | 2 | --metadata takes a JSON object
            ticket update REF-1 --clear nonsense      | 2 | --clear takes the name of an option
            ticket update REF-1 --body []             | 2 | --body takes a JSON object
            ticket update REF-1 --if-version 7 --title Y | 4 | stale_version
            ticket fly                                | 2 | fly
            project create REF Again                  | 4 | key_taken
            done                                      | 3 | You hold no claim
            done REF-1                                | 3 | You hold no claim on REF-1
            claim show 0000000000000                  | 3 | There is no claim
            claim heartbeat 0000000000000             | 3 | You hold no claim
            queue show nowhere                        | 3 | nowhere
            export nowhere/at/all.jsonl               | 3 | There is no folder
            prompt export nowhere/at/all.md           | 3 | There is no folder
            completion tcsh                           | 2 | bash, zsh, fish
            init 'not a key'                          | 2 | letters and digits
            """)
    void aRefusalHasACodeAndSaysNothingElse(String line, int exit, String reason) {
        if (cairn("REF", "project show").exit() == 3) {
            cairn("REF", "project create REF 'Project REF'");
            cairn("REF", "ticket create One");
        }
        Ran ran = cairn("REF", line);
        assertThat(ran.exit()).as(line + "\n" + ran).isEqualTo(exit);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(reason).doesNotContain("Exception", "\tat ");
        Ran json = cairn("REF", line + " --json");
        assertThat(json.exit()).isEqualTo(exit);
        assertThat(json.err()).isEmpty();
        assertThat(json.out()).startsWith("{\"v\":1,\"error\":{\"code\":\"");
    }

    /** R49: files, folders and the standard streams. */
    @Test
    void promptsGoOutIntoFilesAndFoldersAndComeInAgain() throws IOException {
        String project = project("PROMPT");
        works(project, "prompt create Review 'Read it' --label daily");
        works(project, "prompt create 'Say more' 'Words'");
        assertThat(works(project, "prompt list --label daily").out()).endsWith("  Review\n");
        Path file = data.resolve("prompts.md");
        Path archive = data.resolve("prompts.zip");
        Path folder = Files.createDirectory(data.resolve("prompts"));
        works(project, "prompt export " + file);
        works(project, "prompt export " + archive);
        assertThat(works(project, "prompt export " + folder).out()).isEqualTo(folder + ": 2 files\n");
        assertThat(Files.readString(folder.resolve("Review.md")))
                .isEqualTo("---\ntitle: \"Review\"\nlabels: [\"daily\"]\n---\nRead it");
        Files.writeString(folder.resolve("bad.md"), "---\ntitle: [\n---\n");
        assertThat(works(project, "prompt import %s %s %s".formatted(file, archive, folder))
                        .out()
                        .lines())
                .startsWith(
                        file + ": 0 created, 0 updated, 2 unchanged, 0 left out",
                        archive + ": 0 created, 0 updated, 2 unchanged, 0 left out",
                        folder + ": 0 created, 0 updated, 2 unchanged, 1 left out")
                .last()
                .asString()
                .startsWith("  bad.md: Left out: front matter is no YAML");
        assertThat(works(project, "prompt import --project '' " + file).out()).contains("2 created");
        assertThat(works(project, "prompt list --project ''").out()).contains("Review", "Say more");
        assertThat(cairn(project, "prompt import nowhere.md").exit()).isEqualTo(3);
    }

    /** What was printed onto a full disk is not there: without a word it would be taken for an export. */
    @ParameterizedTest
    @ValueSource(strings = {"export", "prompt export", "ticket list", "ticket list --json", "help"})
    void aStandardOutputThatCannotBeWrittenIsAnError(String line) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "There is no /dev/full here");
        try (OutputStream out = Files.newOutputStream(full)) {
            Ran ran = printed(out, line);
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err())
                    .startsWith("cairn: The standard output could not be written: ")
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "ticket list"})
    void whoeverStopsReadingIsToldNothing(String line) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(printed(broken, line)).isEqualTo(new Ran(1, "", ""));
    }

    private static Ran printed(OutputStream out, String line) {
        if (cairn("FULL", "project show").exit() == 3) {
            works(project("FULL"), "prompt create Review 'Read it'");
        }
        StringWriter err = new StringWriter();
        Map<String, String> environment = Map.of("CAIRN_HOME", data.toString(), "CAIRN_PROJECT", "FULL");
        int exit = CairnCommand.run(new LocalServers(environment), out, new PrintWriter(err), line.split(" ", -1));
        return new Ran(exit, "", err.toString());
    }

    /** R49 */
    @Test
    void aFileOfWhichEveryPromptWasLeftOutSaysWhyAndFails() throws IOException {
        String project = project("LEFTOUT");
        Path bad = data.resolve("bad.md");
        Path good = data.resolve("good.md");
        Files.writeString(bad, "---\ntitle: [\n---\n");
        Files.writeString(good, "Read it");
        Ran ran = cairn(project, "prompt import %s %s".formatted(bad, good));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out().lines().toList())
                .hasSize(3)
                .startsWith(bad + ": 0 created, 0 updated, 0 unchanged, 1 left out")
                .endsWith(good + ": 1 created, 0 updated, 0 unchanged, 0 left out");
        assertThat(ran.out().lines().toList().get(1)).contains("Left out: front matter is no YAML");
        Files.writeString(
                bad, "---\ncairn: prompts/1\ntitle: [\n---\n\n---\ncairn: prompts/1\ntitle: Whole\n---\nText\n");
        assertThat(works(project, "prompt import " + bad).out())
                .contains("1 created, 0 updated, 0 unchanged, 1 left out");
    }

    @Test
    void aFileOfPromptsThatIsRefusedDoesNotStopTheOthers(@TempDir Path folder) throws IOException {
        String project = project("REFUSED");
        Path bad = Files.writeString(folder.resolve("bad.zip"), "no archive");
        Path good = Files.writeString(folder.resolve("good.md"), "Read it");
        Ran ran = cairn(project, "prompt import %s %s".formatted(bad, good));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith(bad + ": ");
        assertThat(ran.out()).isEqualTo(good + ": 1 created, 0 updated, 0 unchanged, 0 left out\n");
    }

    /** Q25 */
    @Test
    void whoGetsNoWorkIsToldWhatIsNeededToActOnIt() {
        String project = project("BUSY");
        works(project, "ticket create One");
        works(project, "queue create DEPLOYBACKEND --max-parallel 1");
        works(project, "queue add DEPLOYBACKEND BUSY-1");
        works(project, "queue claim DEPLOYBACKEND --agent ada");
        works(project, "ticket create Two");
        works(project, "queue add DEPLOYBACKEND BUSY-2");
        assertThat(cairn(project, "queue claim DEPLOYBACKEND"))
                .isEqualTo(new Ran(3, "", "Nothing to claim: at limit of 1, held by ada\n"));
    }

    @Test
    void aFileForAgentsThatCannotBeReadIsRefusedBeforeAnythingIsWritten(@TempDir Path folder) throws IOException {
        String project = project("LATIN");
        Path agents = Files.write(folder.resolve("AGENTS.md"), "Gr\u00fc\u00dfe".getBytes(ISO_8859_1));
        Ran refused = cairn(project, "init LATIN --agents-file " + agents);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("AGENTS.md is no text in UTF-8", "nothing was written");
        assertThat(Path.of(".cairn.toml")).doesNotExist();
        assertThat(folder).isDirectoryContaining("glob:**AGENTS.md").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anotherServersTokenIsRefusedAndNoServerIsUnreachable() {
        Ran stranger = run(Map.of("CAIRN_TOKEN", "cairn_t_wrong"), "project", "list");
        assertThat(stranger.exit()).isEqualTo(5);
        assertThat(stranger.out()).isEmpty();
        Ran nowhere = run(Map.of("CAIRN_TOKEN", "t", "CAIRN_URL", "http://127.0.0.1:1"), "project", "list");
        assertThat(nowhere.exit()).isEqualTo(7);
        assertThat(run(Map.of("CAIRN_TOKEN", "a b"), "project", "list").exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ticket",
        "ticket create",
        "claim",
        "claim list",
        "queue add",
        "done",
        "context",
        "init",
        "prompt import",
        "completion"
    })
    void helpHasAnExampleAndFitsATerminal(String command) {
        String[] words = (command + " --help").split(" ", -1);
        Ran help = run(Map.of(), words);
        assertThat(help.exit()).isZero();
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(Arrays.stream(help.out().split("\n", -1)).filter(line -> line.contains("cairn " + command)))
                .isNotEmpty();
        assertThat(help.out()).contains("Example");
        assertThat(run(Map.of(), words[0], "--version").out()).startsWith("cairn ");
    }

    @Test
    void eachShellIsToldOfAllVerbs() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            Ran script = run(Map.of(), "completion", shell);
            assertThat(script.exit()).isZero();
            assertThat(script.out()).contains("ticket", "unarchive", "serve", "priority", "urgent");
        }
    }
}
