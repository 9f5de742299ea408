package dev.cairn.server;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.ProcessCode;
import dev.cairn.SecretOptions;
import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DatabaseMove;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.cli.ServerLauncher;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.files.OwnFiles;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.server.HttpListeners;
import dev.cairn.interchange.ImportFolder;
import dev.cairn.model.fake.FakeProvider;
import dev.cairn.server.DataDirectory.Announced;
import dev.cairn.server.TokenFile.Token;
import io.micronaut.http.server.exceptions.ServerStartupException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Servers on this machine: finds the one that owns a data directory, or starts it in this process. */
public final class LocalServers implements ServerLauncher {
    private static final String MASTER_KEY = "CAIRN_MASTER_KEY";

    private final Map<String, String> environment;

    /** @param environment the variables of the README are looked up in */
    public LocalServers(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Path dataDirectory(@Nullable Path asked) {
        return DataDirectory.path(asked, environment, System.getProperty("os.name", ""), home());
    }

    /** Answers the home as shells and other programs find it: {@code HOME} counts before the account's own folder. */
    private Path home() {
        String home = environment.getOrDefault("HOME", "");
        return home.isBlank() || !Path.of(home).isAbsolute()
                ? Path.of(System.getProperty("user.home", "."))
                : Path.of(home);
    }

    @Override
    public boolean hasData(Path dataDirectory) {
        DataDirectory directory = new DataDirectory(dataDirectory);
        directory.requireReadable();
        return switch (database(directory)) {
            case DatabaseOptions.Sqlite _ -> directory.hasDatabase();
            case DatabaseOptions.Postgres _ -> true;
        };
    }

    @Override
    public Optional<Address> find(Path dataDirectory) {
        DataDirectory directory = new DataDirectory(dataDirectory);
        directory.requireReadable();
        return directory
                .server()
                .map(server ->
                        new Address(server.url(), directory.token().read().orElse("")));
    }

    @Override
    public void runFakeModel(int port, Consumer<URI> ready) {
        try (FakeProvider fake = FakeProvider.start(port)) {
            ready.accept(fake.url());
            fake.await();
        } catch (IOException _) {
            throw portInUse(port);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Conflict portInUse(int port) {
        return new Conflict(
                ProcessCode.PORT_IN_USE,
                "Port %d is taken: choose another with --port, or 0 for any free one".formatted(port));
    }

    @Override
    public Path tokenFile(Path dataDirectory) {
        return new DataDirectory(dataDirectory).tokenFile();
    }

    @Override
    public Optional<String> setting(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * Returns the database; that of a running server is the one it announces, since its environment counts, not the command's.
     */
    @Override
    public Database target(Path dataDirectory) {
        DataDirectory directory = new DataDirectory(dataDirectory);
        Optional<Announced> running = directory.server();
        if (running.isPresent() && running.get().database().isPresent()) {
            return new Database(running.get().database().get(), null);
        }
        return switch (running.isPresent() ? sqlite(directory) : database(directory)) {
            case DatabaseOptions.Sqlite sqlite ->
                new Database(
                        sqlite.file().toString(),
                        Math.max(0, sqlite.file().toFile().length()));
            case DatabaseOptions.Postgres postgres -> new Database(DatabaseUrl.shown(postgres), null);
        };
    }

    @Override
    public void logToStandardError() {
        Logging.toStandardError();
    }

    @Override
    public DatabaseAdministration database(Path dataDirectory) {
        DataDirectory directory = new DataDirectory(dataDirectory);
        directory.requireReadable();
        DatabaseOptions database = database(directory);
        if (database instanceof DatabaseOptions.Sqlite) {
            directory.server().flatMap(Announced::database).ifPresent(LocalServers::refuseFile);
        }
        return Cairn.administration(CairnOptions.of(database), directory.path().resolve("backups"));
    }

    @Override
    public DatabaseMove move(Path dataDirectory) {
        DataDirectory directory = new DataDirectory(dataDirectory);
        directory.requireReadable();
        DatabaseOptions database = database(directory);
        if (database instanceof DatabaseOptions.Sqlite) {
            directory.server().flatMap(Announced::database).ifPresent(LocalServers::refuseFile);
        }
        return Cairn.move(CairnOptions.of(database));
    }

    @Override
    public DatabaseOptions named(String database) {
        return NamedDatabase.read(database, environment);
    }

    /** Refuses to work on the file in the directory, as the server there works on another database. */
    private static void refuseFile(String elsewhere) {
        throw Invalid.of(
                ErrorCode.INVALID,
                "CAIRN_DATABASE_URL",
                "The server that runs here is on %s: set CAIRN_DATABASE_URL to look after that".formatted(elsewhere));
    }

    @Override
    public Running start(Path path, int port, boolean announce) {
        ServerSettings settings = new ServerSettings(environment);
        boolean json = announce && settings.logsJson();
        return start(path, announce ? settings.open(port) : settings.inside(port), announce, json);
    }

    /** Starts a server that others find, and that listens to this machine only, since nobody has asked for more. */
    Running startForAgents(Path path) {
        return start(path, new ServerSettings(environment).inside(0), true, false);
    }

    @Override
    public void speakToAgent(AgentStart start, InputStream in, OutputStream out) throws IOException {
        AgentLine line = new AgentLine(this, start);
        Thread end = new Thread(line::close, "cairn-shutdown");
        Runtime.getRuntime().addShutdownHook(end);
        line.run(in, out);
        line.close();
    }

    private Running start(Path path, HttpSettings settings, boolean announce, boolean json) {
        DataDirectory directory = new DataDirectory(path);
        HttpSettings http = settings.withTemporary(directory.temporary());
        DatabaseOptions database = database(directory);
        if (announce || database instanceof DatabaseOptions.Sqlite) {
            directory.create();
            if (json) {
                Logging.toStandardOutput();
            } else if (announce && directory.makeLogFile()) {
                Logging.toFile(directory.logFile());
            }
            directory.restrictFiles();
        }
        Token token =
                announce ? directory.token().readOrMake() : directory.token().readOrRandom();
        Cairn cairn = open(directory, database, http, token);
        try {
            HttpListeners listeners = cairn.get(HttpListeners.class);
            URI url = url(http.bind(), listeners.start());
            if (announce) {
                directory.announce(url, elsewhere(database(directory)));
            }
            return new Started(
                    cairn, listeners, directory, new Address(url, token.text()), http, announce, token.isNew());
        } catch (ServerStartupException e) {
            cairn.close();
            throw notListening(e, http);
        } catch (RuntimeException e) {
            cairn.close();
            throw e;
        }
    }

    private static RuntimeException notListening(ServerStartupException failure, HttpSettings http) {
        if (!(failure.getCause() instanceof BindException)) {
            return failure;
        }
        return portInUse(http.port());
    }

    /** Answers where this machine's user reaches it: on 127.0.0.1 when it listens on all addresses. */
    private static URI url(InetAddress bind, int port) {
        String address = bind.isAnyLocalAddress() ? HttpSettings.HOST : bind.getHostAddress();
        return URI.create("http://%s:%d".formatted(address.contains(":") ? "[" + address + "]" : address, port));
    }

    /** Returns the variables that providers may name: never the master key. */
    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.remove(MASTER_KEY);
        return variables;
    }

    /** Opens as {@link Cairn#open} does; a refusal names the server that owns the directory. */
    private Cairn open(DataDirectory directory, DatabaseOptions database, HttpSettings http, Token token) {
        try {
            SecretOptions secrets = SecretOptions.inFolder(directory.path())
                    .withMasterKey(environment.get(MASTER_KEY))
                    .withVariables(variables());
            CairnOptions options =
                    CairnOptions.of(database).withSecrets(secrets).withWatches(true);
            OwnFiles own = new OwnFiles(List.of(directory.database()), List.of(directory.path()));
            ImportFolder copies = new ImportFolder(directory.temporary());
            copies.tidy();
            return Cairn.open(options, Map.of(), http, TokenHash.of(token.text()), own, copies);
        } catch (Conflict conflict) {
            URI owner = directory.server().orElseThrow(() -> conflict).url();
            throw new Conflict(
                    conflict.code(), "%s; its server is at %s".formatted(conflict.reason(), owner), conflict.details());
        }
    }

    DatabaseOptions database(DataDirectory directory) {
        return DatabaseUrl.find(environment)
                .<DatabaseOptions>map(postgres -> postgres)
                .orElseGet(() -> sqlite(directory));
    }

    private DatabaseOptions sqlite(DataDirectory directory) {
        return new DatabaseOptions.Sqlite(directory.database(), fast());
    }

    private static Optional<String> elsewhere(DatabaseOptions database) {
        return switch (database) {
            case DatabaseOptions.Sqlite _ -> Optional.empty();
            case DatabaseOptions.Postgres postgres -> Optional.of(DatabaseUrl.shown(postgres));
        };
    }

    private boolean fast() {
        String durability = environment.getOrDefault("CAIRN_DURABILITY", "full");
        return switch (durability) {
            case "full" -> false;
            case "fast" -> true;
            default ->
                throw Invalid.of(
                        ErrorCode.INVALID,
                        "CAIRN_DURABILITY",
                        "CAIRN_DURABILITY is full or fast, not \"%s\"".formatted(durability));
        };
    }

    private record Started(
            Cairn cairn,
            HttpListeners listeners,
            DataDirectory directory,
            Address address,
            HttpSettings http,
            boolean announced,
            boolean tokenIsNew)
            implements Running {
        @Override
        public Optional<String> warning() {
            return directory.warning();
        }

        @Override
        public boolean accounts() {
            return http.accounts();
        }

        @Override
        public boolean isReachable() {
            return !http.bind().isLoopbackAddress();
        }

        @Override
        public List<String> hosts() {
            Set<String> hosts = new TreeSet<>(http.hosts());
            if (isReachable() && !http.bind().isAnyLocalAddress()) {
                hosts.add(http.bind().getHostAddress());
            }
            return List.copyOf(hosts);
        }

        @Override
        public Path logFile() {
            return directory.logFile();
        }

        @Override
        public void close() {
            listeners.drain();
            if (announced) {
                directory.withdraw();
            }
            listeners.stop();
            cairn.close();
        }
    }
}
