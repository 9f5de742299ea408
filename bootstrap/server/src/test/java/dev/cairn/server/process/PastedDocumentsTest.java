package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The README and the guides do what they say: each block of commands is pasted, from top to bottom, into the shells that
 * people have, by a new user with a new server. Every command must succeed, and every request be answered with a 2xx.
 */
class PastedDocumentsTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path README = Path.of("README.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern UNTESTED = Pattern.compile("(?ms)^```sh no-test\n(.*?)^```$");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(.*?)^```$");
    /** Three of them set up PostgreSQL and a proxy, as the administrator of a machine. */
    private static final int UNTESTED_MAX = 6;

    private static final int MINUTES_MAX = 5;
    private static final int FAKE_PORT = 4748;

    /** Both are started as a terminal starts them, so that zsh takes {@code #} for a word and bash expands {@code !}. */
    enum Shell {
        BASH("bash --noprofile --norc -i", """
                set -o pipefail
                PROMPT_COMMAND='s=$?; [ $s -eq 0 ] || echo "exit code $s: $(history 1)" >>"$FAILURES"'
                """),
        ZSH("zsh -f -i", """
                setopt pipefail
                preexec() { LAST=$1 }
                precmd() { local s=$?; [ $s -eq 0 ] || print -r -- "exit code $s: $LAST" >>"$FAILURES" }
                """);

        private final String command;
        private final String prelude;

        Shell(String command, String prelude) {
            this.command = command;
            this.prelude = prelude;
        }

        List<String> words() {
            return List.of(command.split(" ", -1));
        }
    }

    @TempDir
    Path home;

    static Stream<Arguments> readmeAndGuides() throws IOException {
        return Stream.concat(
                Stream.of(Shell.values()).map(shell -> Arguments.of(README, shell)),
                guides().map(guide -> Arguments.of(guide, Shell.BASH)));
    }

    static Stream<Arguments> guidesInZsh() throws IOException {
        return guides().map(guide -> Arguments.of(guide, Shell.ZSH));
    }

    private static Stream<Path> guides() throws IOException {
        List<Path> guides = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(ROOT.resolve("docs/guides"), "*.md")) {
            for (Path file : files) {
                Path guide = ROOT.relativize(file);
                if (!blocks(guide, BLOCK).isEmpty()) {
                    guides.add(guide);
                }
            }
        }
        return guides.stream().sorted();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("guidesInZsh")
    @Tag("slow")
    void everyCommandOfTheGuidesWorksInZsh(Path guide, Shell shell) throws Exception {
        everyCommandWorksWhenItIsPasted(guide, shell);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("readmeAndGuides")
    void everyCommandWorksWhenItIsPasted(Path document, Shell shell) throws Exception {
        for (String program : List.of(shell.words().getFirst(), "curl", "jq")) {
            assumeTrue(which(program) != null, "There is no %s here: %s is not tried".formatted(program, document));
        }
        Path data = home.resolve(".local/share/cairn");
        Files.createDirectories(data);
        Path work = prepared();
        Map<String, String> accounts = document.endsWith("people.md") ? Map.of("CAIRN_ACCOUNTS", "on") : Map.of();
        try (ChildServer server = ChildServer.start(data, accounts)) {
            String said = paste(shell, server, work, onFreePort(String.join("\n", blocks(document, BLOCK))));
            assertThat(failures()).as(said).isEmpty();
            if (document.equals(README)) {
                assertThat(said).contains("working on HELLO-").contains("2 created");
            }
        }
    }

    /** Several documents are pasted at once, and each has a fake model of its own: only one of them could have the usual port. */
    private static String onFreePort(String commands) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return commands.replace("dev fake-model", "dev fake-model --port " + socket.getLocalPort())
                    .replace(":" + FAKE_PORT, ":" + socket.getLocalPort());
        }
    }

    private String paste(Shell shell, ChildServer server, Path work, String commands) throws Exception {
        Path script = Files.writeString(home.resolve("pasted"), shell.prelude + commands + "\nexit 0\n");
        Path said = home.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(shell.words())
                .directory(work.toFile())
                .redirectInput(script.toFile())
                .redirectOutput(said.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("CAIRN_") || name.startsWith("XDG_"));
        environment.put("HOME", home.toString());
        environment.put("CAIRN_HOME", home.resolve(".local/share/cairn").toString());
        environment.put("CAIRN_JAVA_OPTS", ChildServer.QUICK);
        environment.put("CAIRN_URL", server.url().toString());
        environment.put("FAILURES", home.resolve("failures").toString());
        environment.put("PATH", home.resolve("bin") + ":" + environment.get("PATH"));
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(said);
        assertThat(ended).as(text).isTrue();
        return text;
    }

    /** A folder with the trackers' files, and the programs: cairn, as it was built, and a curl that tells of each failure. */
    private Path prepared() throws Exception {
        Path bin = Files.createDirectories(home.resolve("bin"));
        program(bin.resolve("cairn"), """
                export CAIRN_JAVA_HOME='%s'
                exec '%s' "$@"
                """.formatted(System.getProperty("java.home"), ChildServer.CAIRN));
        program(bin.resolve("curl"), """
                '%s' --fail-with-body "$@"
                s=$?
                [ $s -eq 0 ] || echo "curl ended with $s: $*" >>"$FAILURES"
                exit $s
                """.formatted(which("curl")));
        Path work = Files.createDirectories(home.resolve("my project"));
        Path tasks = Files.createDirectories(work.resolve(".taskmaster/tasks"));
        Files.writeString(tasks.resolve("tasks.json"), """
                {"master":{"tasks":[
                  {"id":1,"title":"Draw it","status":"done","priority":"high","dependencies":[],"subtasks":[]},
                  {"id":2,"title":"Build it","status":"pending","priority":"medium","dependencies":[1],
                   "subtasks":[{"id":1,"title":"The roof","status":"pending","dependencies":[]}]}]}}
                """);
        Path beads = Files.createDirectories(work.resolve(".beads"));
        Files.writeString(beads.resolve("issues.jsonl"), """
                {"id":"b-1","title":"First","status":"open","priority":1,"issue_type":"task"}
                {"id":"b-2","title":"Second","status":"blocked","priority":0,"issue_type":"bug"}
                """);
        return work;
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> failures() throws IOException {
        Path file = home.resolve("failures");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** What cannot be pasted here builds or starts something; there is no more of it than that takes. */
    @Test
    void hardlyAnythingIsLeftUntried() throws IOException {
        assertThat(blocks(README, UNTESTED)).hasSizeLessThanOrEqualTo(UNTESTED_MAX);
        assertThat(blocks(README, BLOCK)).hasSizeGreaterThan(UNTESTED_MAX);
    }

    @Test
    void theJavaExampleIsTheOneThatATestRuns() throws IOException {
        String source =
                Files.readString(ROOT.resolve("bootstrap/embedded/src/test/java/dev/cairn/example/FirstSteps.java"));
        String region = source.substring(source.indexOf("import "), source.indexOf("// @end"));
        assertThat(blocks(README, JAVA)).containsExactly(region);
    }

    private static List<String> blocks(Path document, Pattern kind) throws IOException {
        return kind.matcher(Files.readString(ROOT.resolve(document)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static @Nullable String which(String program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "command -v " + program).start();
        String found = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return process.waitFor() == 0 ? found : null;
    }
}
