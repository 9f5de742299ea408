package dev.cairn.server.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as people run them: from the distribution, in a folder, with pipes ("Command line"). */
class CommandsTest {
    @TempDir
    Path home;

    private record Ran(int exit, String out, String err) {}

    private Ran cairn(Path folder, String input, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(ChildServer.CAIRN.toString()));
        command.addAll(List.of(arguments));
        return run(folder, input, command);
    }

    private Ran run(Path folder, String input, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Files.writeString(home.resolve("in"), input).toFile())
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CAIRN_"));
        builder.environment().put("CAIRN_HOME", home.resolve("data").toString());
        builder.environment().put("CAIRN_JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ran(
                process.exitValue(), Files.readString(home.resolve("out")), Files.readString(home.resolve("err")));
    }

    @Test
    void aFolderBelongsToAProjectAndAllBelowItToo() throws Exception {
        Path folder = Files.createDirectories(home.resolve("project"));
        Path below = Files.createDirectories(folder.resolve("src/deep"));
        Files.writeString(folder.resolve("AGENTS.md"), "# Ours\n");
        try (ChildServer server = ChildServer.start(home.resolve("data"))) {
            Ran absent = cairn(folder, "", "init", "demo");
            assertThat(absent.exit()).isEqualTo(3);
            assertThat(folder.resolve(".cairn.toml")).doesNotExist();
            assertThat(Files.readString(folder.resolve("AGENTS.md"))).isEqualTo("# Ours\n");
            Ran init = cairn(folder, "", "init", "demo", "--create", "A demo");
            assertThat(init.err()).isEmpty();
            assertThat(init.exit()).isZero();
            assertThat(Files.readString(folder.resolve(".cairn.toml"))).contains("project = \"DEMO\"");
            String told = Files.readString(folder.resolve("AGENTS.md"));
            assertThat(told).startsWith("# Ours\n\n<!-- cairn: begin -->").contains("project DEMO", "cairn context");
            assertThat(cairn(folder, "", "init", "demo").exit()).isZero();
            assertThat(Files.readString(folder.resolve("AGENTS.md"))).isEqualTo(told);

            assertThat(cairn(below, "From a pipe\n", "ticket", "create", "-", "--json")
                            .out())
                    .contains("\"title\":\"From a pipe\"");
            assertThat(cairn(below, "{\"title\":\"As a whole\"}", "ticket", "update", "DEMO-1", "--body", "-")
                            .out())
                    .isEqualTo("DEMO-1  normal  open  As a whole\n");
            assertThat(cairn(below, "", "next").out()).startsWith("DEMO-1  As a whole\n");
            assertThat(cairn(below, "", "done").out()).isEqualTo("completed\n");
            assertThat(cairn(home, "", "ready").err()).contains(".cairn.toml, which cairn init writes");
            assertThat(server.terminate()).isTrue();
        }
        assertThat(cairn(below, "", "ticket", "list"))
                .isEqualTo(new Ran(0, "DEMO-1  normal  completed  As a whole\n", ""));
    }

    @Test
    void aFileOfATrackerComesFromAPipe() throws Exception {
        try (ChildServer _ = ChildServer.start(home.resolve("data"))) {
            String issues = "[{\"number\":7,\"title\":\"Sails\"}]";
            List<String> command = List.of("import", "--project", "DEMO", "--create", "A demo", "-");
            Ran nameless = cairn(home, issues, command.toArray(String[]::new));
            assertThat(nameless.exit()).isEqualTo(2);
            assertThat(nameless.err()).contains("--format");
            List<String> named = new ArrayList<>(command);
            named.addAll(1, List.of("--format", "github"));
            assertThat(cairn(home, issues, named.toArray(String[]::new)).out()).startsWith("DEMO: 1 created");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void aShellCompletesNounsAndVerbs(String shell) throws Exception {
        assumeTrue(exists(shell), "There is no " + shell + " here");
        Ran script = cairn(home, "", "completion", shell);
        assertThat(script.exit()).isZero();
        Path file = Files.writeString(home.resolve("completion"), script.out());
        String bash =
                "compopt() { :; }; source %s && COMP_WORDS=(cairn ticket un) COMP_CWORD=2 && _complete_cairn && echo ${COMPREPLY[@]}";
        String zsh = "autoload -U +X compinit && compinit -u; autoload -U +X bashcompinit && bashcompinit; source %s"
                + " && whence -w _complete_cairn";
        Ran ran = run(home, "", List.of(shell, "-c", (shell.equals("bash") ? bash : zsh).formatted(file)));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().strip()).isEqualTo(shell.equals("bash") ? "unarchive" : "_complete_cairn: function");
    }

    private static boolean exists(String program) throws IOException, InterruptedException {
        Process found = new ProcessBuilder("sh", "-c", "command -v " + program).start();
        found.getInputStream().readAllBytes();
        return found.waitFor() == 0;
    }

    /** Nothing else is said when whoever reads goes away. */
    @Test
    void aBrokenPipeIsNoStackTrace() throws Exception {
        Ran ran = run(home, "", List.of("sh", "-c", "'%s' --help | head -1".formatted(ChildServer.CAIRN)));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .isEqualTo(new String(ran.out().getBytes(UTF_8), UTF_8))
                .hasLineCount(1);
    }
}
