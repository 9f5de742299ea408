package dev.cairn.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells an agent's client how to start {@code cairn mcp}. */
@Command(
        name = "setup",
        description =
                "Write the configuration by which an agent's client starts 'cairn mcp', and say what was written.",
        footer = {"", "Example: cairn setup claude --dry-run"})
final class SetupCommand extends Subcommand implements Callable<Integer> {
    @Parameters(paramLabel = "CLIENT", description = "claude, cursor, vscode, codex or gemini.")
    String client = "";

    @Option(names = "--user", description = "For all folders of this user, instead of for this folder.")
    boolean user;

    @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
    boolean dryRun;

    @Option(
            names = "--project",
            paramLabel = "KEY",
            description = "The project that the agent works in (default: .cairn.toml, unless --user).")
    @Nullable
    String project;

    @Override
    public Integer call() throws IOException {
        CairnCommand parent = parent();
        AgentClient chosen = chosen();
        Path file = user
                ? chosen.ofUser(home(parent), parent.servers())
                : chosen.inFolder(Path.of("").toAbsolutePath());
        AgentEntry entry = entry(parent);
        Path real = Files.exists(file) ? file.toRealPath() : file;
        String before = WholeFile.read(real);
        String after = AgentConfig.with(before, chosen, entry).orElseThrow(() -> unreadable(real, chosen, entry));
        boolean changes = !after.equals(before);
        if (changes && !dryRun) {
            WholeFile.write(real, after);
        }
        ObjectNode facts = JsonNodeFactory.instance
                .objectNode()
                .put("client", chosen.name().toLowerCase(Locale.ROOT))
                .put("file", file.toString())
                .put("changed", changes && !dryRun)
                .put("dryRun", dryRun)
                .put("entry", AgentConfig.entryOf(after, chosen));
        parent.print(facts, () -> say(parent, chosen, file, after, changes));
        return ExitCode.OK;
    }

    private AgentClient chosen() {
        for (AgentClient each : AgentClient.values()) {
            if (each.name().equalsIgnoreCase(client)) {
                return each;
            }
        }
        throw CommandFailed.usage("CLIENT is claude, cursor, vscode, codex or gemini, not \"%s\"".formatted(client));
    }

    private static Path home(CairnCommand parent) {
        return Path.of(parent.servers().setting("HOME").orElse(System.getProperty("user.home", ".")));
    }

    /** Builds the entry with the command line's own options; secrets are not among them. */
    private AgentEntry entry(CairnCommand parent) {
        List<String> arguments = new ArrayList<>(List.of("mcp"));
        if (parent.dataDir != null) {
            arguments.addAll(List.of(
                    "--data-dir", parent.dataDir.toAbsolutePath().normalize().toString()));
        }
        if (parent.url != null) {
            arguments.addAll(List.of("--url", parent.url));
        }
        return new AgentEntry(program(), arguments, environment(parent));
    }

    /** Returns the environment variables for the entry: a client that a desktop starts does not have those of a shell. */
    private Map<String, String> environment(CairnCommand parent) {
        Map<String, String> environment = new TreeMap<>();
        if (parent.dataDir == null && parent.url == null) {
            parent.servers()
                    .setting("CAIRN_HOME")
                    .map(home -> Path.of(home).toAbsolutePath().normalize().toString())
                    .ifPresent(home -> environment.put("CAIRN_HOME", home));
        }
        Optional.ofNullable(project)
                .or(() -> user ? Optional.empty() : ProjectFile.project())
                .ifPresent(key -> environment.put("CAIRN_PROJECT", key.strip().toUpperCase(Locale.ROOT)));
        return environment;
    }

    /** The launcher beside this program, so that it is found from anywhere; by its name alone where that is not known. */
    private static String program() {
        String natives = System.getProperty("cairn.native");
        if (natives != null) {
            boolean windows =
                    System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
            Path launcher = Path.of(natives)
                    .resolveSibling("..")
                    .resolve("bin")
                    .resolve(windows ? "cairn.bat" : "cairn")
                    .toAbsolutePath()
                    .normalize();
            if (Files.exists(launcher)) {
                return launcher.toString();
            }
        }
        return "cairn";
    }

    private static CommandFailed unreadable(Path file, AgentClient client, AgentEntry entry) {
        return new CommandFailed(
                CommandCode.CONFIGURATION_UNREADABLE,
                "%s cannot be changed without loss, as by comments in it: nothing was written".formatted(file),
                "Put this into it yourself:\n" + AgentConfig.alone(client, entry));
    }

    private void say(CairnCommand parent, AgentClient chosen, Path file, String after, boolean changes) {
        String did = !changes ? "has it already" : dryRun ? "would get" : "now has";
        parent.out().printf("%s: %s %s%n%s%n", chosen.title(), file, did, AgentConfig.entryOf(after, chosen));
        if (changes && !dryRun) {
            parent.out().println(chosen.next());
        }
        if (parent.url != null) {
            parent.out().println("The token is not written: the client's environment has it in CAIRN_TOKEN.");
        }
    }
}
