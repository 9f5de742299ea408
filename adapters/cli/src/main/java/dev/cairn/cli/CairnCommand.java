package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.database.DriftRefused;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.Invalid;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code cairn}: the options that all commands share, and how they print and fail. */
@Command(
        name = "cairn",
        description = "The local-first backend for software projects on which people and AI agents work together.",
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ReadyCommand.class,
            StatusCommand.class,
            DbCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = CairnCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 ok, 1 error, 2 usage, 3 not found, 4 conflict or another server owns the data,",
            "5 access, 6 the schema has drifted, 7 server unreachable."
        })
public final class CairnCommand implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The shape of {@code --json}; it changes when an answer changes incompatibly. */
    private static final int JSON_VERSION = 1;

    private static final List<String> OWN_FILES = List.of(
            "cairn.db", "cairn.db-wal", "cairn.db-shm", "cairn.db-journal", "cairn.lock", "server.json", "token");

    private final ServerLauncher servers;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the data lives (default: CAIRN_HOME, or the user's data folder).")
    @Nullable
    Path dataDir;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print one JSON object instead of text.")
    boolean json;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Print errors only.")
    boolean quiet;

    private CairnCommand(ServerLauncher servers) {
        this.servers = servers;
    }

    /** Runs a command line and answers its exit code. */
    public static int run(ServerLauncher servers, String... arguments) {
        CommandLine line = new CommandLine(new CairnCommand(servers));
        line.setExecutionExceptionHandler((e, command, _) -> fail(command, e));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        out().println(commandLine().getUsageMessage());
        out().flush();
    }

    ServerLauncher servers() {
        return servers;
    }

    Path dataDirectory() {
        return servers.dataDirectory(dataDir);
    }

    Session session() {
        return Session.open(servers, dataDirectory());
    }

    /** Of a command that only reads, and makes nothing. */
    Session readingSession() {
        requireData();
        return session();
    }

    /** @throws CommandFailed {@code 3} when there is nothing to read: a folder that is misspelt is not filled */
    void requireData() {
        if (!servers.hasData(dataDirectory())) {
            throw new CommandFailed(
                    ExitCode.NOT_FOUND,
                    "There is no data at %s: cairn serve makes it there, --data-dir names another place"
                            .formatted(dataDirectory()));
        }
    }

    /**
     * A database that is open here loses its locks when any reader of its files is closed, and replaced it is lost.
     *
     * @throws CommandFailed when this is one of the files in the data directory that belong to Cairn
     */
    void requireForeign(Path file) throws IOException {
        for (String name : OWN_FILES) {
            Path own = dataDirectory().resolve(name);
            boolean same = file.toAbsolutePath().normalize().equals(own.normalize())
                    || (Files.exists(file) && Files.exists(own) && Files.isSameFile(file, own));
            if (same) {
                throw new CommandFailed(
                        ExitCode.USAGE, "%s belongs to Cairn itself: name another file".formatted(file));
            }
        }
    }

    PrintWriter out() {
        return commandLine().getOut();
    }

    PrintWriter err() {
        return commandLine().getErr();
    }

    /** The answer as text, or with {@code --json} as an object with its version. */
    void print(JsonNode answer, Runnable asText) {
        if (json) {
            ObjectNode versioned = JSON.createObjectNode().put("v", JSON_VERSION);
            versioned.set("result", answer);
            out().println(versioned);
        } else if (!quiet) {
            asText.run();
        }
        out().flush();
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        return spec.commandLine();
    }

    private static int fail(CommandLine command, Exception e) {
        int code = switch (e) {
            case CommandFailed failed -> failed.exitCode();
            case Conflict _ -> ExitCode.CONFLICT;
            case Invalid _ -> ExitCode.USAGE;
            case Denied _ -> ExitCode.ACCESS;
            case DriftRefused _ -> ExitCode.DRIFT;
            case DomainError _ -> ExitCode.ERROR;
            default -> ExitCode.ERROR;
        };
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        command.getErr().println(command.getColorScheme().errorText("cairn: " + message));
        command.getErr().flush();
        return code;
    }

    /** The version that the build wrote down. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"cairn " + number()};
        }

        static String number() {
            Properties properties = new Properties();
            try (InputStream file = CairnCommand.class.getResourceAsStream("version.properties")) {
                properties.load(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return properties.getProperty("version", "unknown");
        }
    }

    /** The version of this Cairn. */
    public static String version() {
        return Version.number();
    }
}
