package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code cairn}: the options that all commands share, and how they print and fail. */
@Command(
        name = "cairn",
        description = "The local-first backend for software projects on which people and AI agents work together.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = CairnCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "CAIRN_HOME is another place for the data, CAIRN_PROJECT the project where none",
            "is named; CAIRN_URL (or --url) with CAIRN_TOKEN is a server elsewhere.",
            "",
            "Exit codes: 0 ok, 1 error, 2 usage, 3 not found, 4 conflict or another server",
            "owns the data, 5 access, 6 the schema has drifted, 7 server unreachable."
        })
public final class CairnCommand implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The shape of {@code --json}; it changes when an answer changes incompatibly. */
    static final int JSON_VERSION = 1;

    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            ReadyCommand.class,
            StatusCommand.class,
            OpenCommand.class,
            McpCommand.class,
            SetupCommand.class,
            DbCommand.class,
            MoveCommand.class,
            InitCommand.class,
            ContextCommand.class,
            DoctorCommand.class,
            DevCommand.class,
            TalkCommand.class,
            PackCommand.class,
            IndexCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class);

    private static final List<Class<?>> TELLING_OF_ALL =
            List.of(CompletionCommand.class, CommandLine.HelpCommand.class);

    private static final List<String> OWN_FILES = List.of(
            "cairn.db",
            "cairn.db-wal",
            "cairn.db-shm",
            "cairn.db-journal",
            "cairn.lock",
            "server.json",
            "token",
            "master.key");

    private final ServerLauncher servers;
    private final StandardOutput output;

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

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The server to talk to, with the token in CAIRN_TOKEN (default: CAIRN_URL, or the one here).")
    @Nullable
    String url;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Also print what is logged, on the standard error.")
    boolean verbose;

    private CairnCommand(ServerLauncher servers, StandardOutput output) {
        this.servers = servers;
        this.output = output;
    }

    /** Runs a command line and answers its exit code. */
    public static int run(ServerLauncher servers, String... arguments) {
        return run(
                servers,
                new FileOutputStream(FileDescriptor.out),
                new PrintWriter(System.err, true, System.err.charset()),
                arguments);
    }

    /** Runs as {@link #run(ServerLauncher, String...)} does, with other streams for results and errors. */
    public static int run(ServerLauncher servers, OutputStream out, PrintWriter err, String... arguments) {
        StandardOutput output = new StandardOutput(out);
        return run(servers, output, new PrintWriter(output, true, System.out.charset()), err, arguments);
    }

    /** Runs as {@link #run(ServerLauncher, String...)} does, with other writers; files still go to the standard output. */
    public static int run(ServerLauncher servers, PrintWriter out, PrintWriter err, String... arguments) {
        return run(servers, new StandardOutput(System.out), out, err, arguments);
    }

    private static int run(
            ServerLauncher servers, StandardOutput output, PrintWriter out, PrintWriter err, String... arguments) {
        CairnCommand cairn = new CairnCommand(servers, output);
        CommandLine line = new CommandLine(cairn);
        addCommands(line, cairn, List.of(arguments));
        line.setExpandAtFiles(false);
        line.setAllowSubcommandsAsOptionParameters(true); // A folder may be called as a command is.
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler(
                (e, command, _) -> e.equals(output.failure()) ? ExitCode.ERROR : Failures.say(command, e));
        line.setParameterExceptionHandler(Failures::sayUsage);
        line.setExecutionStrategy(parsed -> {
            if (cairn.url != null && cairn.dataDir != null) {
                throw new CommandLine.ParameterException(
                        line, "--url names a server, and --data-dir the data here: leave out one of them");
            }
            if (cairn.verbose) {
                servers.logToStandardError();
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        int exitCode;
        try {
            exitCode = line.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            exitCode = Failures.say(line, e);
        }
        out.flush();
        IOException unwritten = output.failure();
        return unwritten == null ? exitCode : Failures.sayUnwritten(line, unwritten, exitCode);
    }

    /** Adds only the command that is named first: describing all the others takes longer than running it. */
    private static void addCommands(CommandLine line, CairnCommand cairn, List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        Optional<Class<?>> named = COMMANDS.stream()
                .filter(each -> each.getSimpleName().equalsIgnoreCase(first + "Command"))
                .filter(each -> !TELLING_OF_ALL.contains(each))
                .findFirst();
        if (named.isPresent()) {
            line.addSubcommand(named.get());
        } else if (!VerbSpecs.addOnly(line, cairn, arguments)) {
            COMMANDS.forEach(line::addSubcommand);
            VerbSpecs.addAll(line, cairn, arguments);
        }
        line.getSubcommands().values().forEach(CairnCommand::explain);
    }

    private static void explain(CommandLine command) {
        if (!(command.getCommand() instanceof CommandLine.HelpCommand)) {
            command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
            command.getSubcommands().values().forEach(CairnCommand::explain);
        }
    }

    @Override
    public void run() {
        say(commandLine().getUsageMessage());
    }

    /** Prints a text of this program's own, unfiltered. */
    void say(String text) {
        commandLine().getOut().println(text);
        commandLine().getOut().flush();
    }

    ServerLauncher servers() {
        return servers;
    }

    Path dataDirectory() {
        return servers.dataDirectory(dataDir);
    }

    /**
     * Opens a session with the server that was asked for, the one that runs here, or one of the command's own on what is there.
     *
     * @throws CommandFailed {@code 3} when there is nothing here: a folder that is misspelt is not filled
     */
    Session session() {
        if (remote().isEmpty()) {
            requireData();
        }
        return Session.open(this);
    }

    /** Opens a session as {@link #session()} does, for a command with which people begin: it makes the data where there is none. */
    Session firstSession() {
        return Session.open(this);
    }

    /** Answers the address that was asked for, without a slash at its end; data that is named here counts before the environment. */
    Optional<URI> remote() {
        Optional<String> fromEnvironment = dataDir == null ? servers.setting("CAIRN_URL") : Optional.empty();
        return Optional.ofNullable(url).or(() -> fromEnvironment).map(CairnCommand::address);
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text.strip().replaceFirst("/+(api/v1/?)?$", ""));
            String scheme = String.valueOf(address.getScheme());
            if (scheme.matches("https?") && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw noAddress(text, e.getReason());
        }
        throw noAddress(text, "it has no scheme or no host");
    }

    private static CommandFailed noAddress(String text, String why) {
        return CommandFailed.usage("--url and CAIRN_URL take an address like https://cairn.example.com, not \"%s\": %s"
                .formatted(text, why));
    }

    /** The project that was named, here or in the environment; keys are taken in any case. */
    String project(@Nullable String named) {
        return defaultProject(named)
                .orElseThrow(() -> CommandFailed.usage(
                        "Name the project: --project KEY, or CAIRN_PROJECT, or .cairn.toml, which cairn init writes"));
    }

    /** The project that was named, here, in the environment, or for the folder. */
    Optional<String> defaultProject(@Nullable String named) {
        return Optional.ofNullable(named)
                .or(() -> servers.setting("CAIRN_PROJECT"))
                .or(ProjectFile::project)
                .map(key -> key.strip().toUpperCase(Locale.ROOT));
    }

    /** @throws CommandFailed {@code 3} when there is nothing here: a folder that is misspelt is not filled */
    void requireData() {
        if (servers.find(dataDirectory()).isEmpty() && !servers.hasData(dataDirectory())) {
            throw new CommandFailed(
                    CommandCode.NO_DATA,
                    "There is no data at " + dataDirectory(),
                    "cairn serve makes it there, and so does cairn project create; --data-dir and CAIRN_HOME name another place");
        }
    }

    /**
     * Checks that a file is not Cairn's own: a database that is open here would lose its locks when a reader of its files is
     * closed, and be lost when it is replaced.
     *
     * @throws CommandFailed when this is one of the files in the data directory that belong to Cairn
     */
    void requireForeign(Path file) throws IOException {
        for (String name : OWN_FILES) {
            Path own = dataDirectory().resolve(name);
            boolean same = file.toAbsolutePath().normalize().equals(own.normalize())
                    || (Files.exists(file) && Files.exists(own) && Files.isSameFile(file, own));
            if (same) {
                throw CommandFailed.usage("%s belongs to Cairn itself: name another file".formatted(file));
            }
        }
    }

    /** Returns the stream that files are written to, byte by byte. */
    OutputStream output() {
        return output;
    }

    /** Returns the writer for results, without control characters that others' texts could send to a terminal. */
    PrintWriter out() {
        return new PrintWriter(new PlainWriter(commandLine().getOut()), true);
    }

    /** Returns the writer for messages beside the results, filtered as {@link #out()} is. */
    PrintWriter err() {
        return new PrintWriter(new PlainWriter(commandLine().getErr()), true);
    }

    /** Prints an answer as text, or with {@code --json} as an object with its version. */
    void print(JsonNode answer, Runnable asText) {
        if (json) {
            ObjectNode versioned = JSON.createObjectNode().put("v", JSON_VERSION);
            versioned.set("result", answer);
            commandLine().getOut().println(versioned);
        } else if (!quiet) {
            asText.run();
        }
        commandLine().getOut().flush();
    }

    CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        return spec.commandLine();
    }

    /** Answers the version that the build wrote down. */
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

    /** Answers the version of this Cairn. */
    public static String version() {
        return Version.number();
    }
}
