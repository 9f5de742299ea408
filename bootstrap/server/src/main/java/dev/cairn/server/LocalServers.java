package dev.cairn.server;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.cli.ServerLauncher;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.server.HttpListeners;
import dev.cairn.persistence.jdbc.DatabaseOptions;
import dev.cairn.server.TokenFile.Token;
import io.micronaut.http.server.exceptions.ServerStartupException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Servers on this machine: finds the one that owns a data directory, or starts it in this process. */
public final class LocalServers implements ServerLauncher {
    private final Map<String, String> environment;

    /** @param environment the variables of the README are looked up in */
    public LocalServers(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Path dataDirectory(@Nullable Path asked) {
        return DataDirectory.path(
                asked, environment, System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    @Override
    public Optional<Address> find(Path dataDirectory) {
        DataDirectory directory = new DataDirectory(dataDirectory);
        return directory
                .server()
                .map(url -> new Address(url, directory.token().read().orElse("")));
    }

    @Override
    public Path tokenFile(Path dataDirectory) {
        return new DataDirectory(dataDirectory).tokenFile();
    }

    @Override
    public Optional<String> chosenToken() {
        return Optional.ofNullable(environment.get("CAIRN_TOKEN"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public DatabaseAdministration database(Path dataDirectory) {
        return Cairn.administration(CairnOptions.of(database(new DataDirectory(dataDirectory))));
    }

    @Override
    public Running start(Path path, int port, boolean announce) {
        ServerSettings settings = new ServerSettings(environment);
        DataDirectory directory = new DataDirectory(path);
        HttpSettings http =
                (announce ? settings.open(port) : settings.inside(port)).withTemporary(directory.temporary());
        directory.create();
        Token token = announce ? directory.token().readOrMake() : Token.random();
        Cairn cairn = open(directory, http, token);
        try {
            directory.restrictFiles();
            HttpListeners listeners = cairn.context().getBean(HttpListeners.class);
            URI url = url(http.bind(), listeners.start());
            if (announce) {
                directory.announce(url);
            }
            return new Started(cairn, listeners, directory, new Address(url, token.text()), announce, token.isNew());
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
        return new Conflict(
                ErrorCode.PORT_IN_USE,
                "Port %d is taken: choose another with --port, or 0 for any free one".formatted(http.port()));
    }

    /** Where this machine's user reaches it: on 127.0.0.1 when it listens on all addresses. */
    private static URI url(InetAddress bind, int port) {
        String address = bind.isAnyLocalAddress() ? HttpSettings.HOST : bind.getHostAddress();
        return URI.create("http://%s:%d".formatted(address.contains(":") ? "[" + address + "]" : address, port));
    }

    /** As {@link Cairn#open}, where a refusal names the server that owns the directory. */
    private Cairn open(DataDirectory directory, HttpSettings http, Token token) {
        try {
            return Cairn.open(CairnOptions.of(database(directory)), Map.of(), http, TokenHash.of(token.text()));
        } catch (Conflict conflict) {
            URI owner = directory.server().orElseThrow(() -> conflict);
            throw new Conflict(
                    conflict.code(), "%s; its server is at %s".formatted(conflict.reason(), owner), conflict.details());
        }
    }

    DatabaseOptions database(DataDirectory directory) {
        String url = environment.get("CAIRN_DATABASE_URL");
        return url == null || url.isBlank()
                ? new DatabaseOptions.Sqlite(directory.database(), fast())
                : new DatabaseOptions.Postgres(
                        url,
                        environment.getOrDefault("CAIRN_DATABASE_USER", ""),
                        environment.getOrDefault("CAIRN_DATABASE_PASSWORD", ""));
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
            boolean announced,
            boolean tokenIsNew)
            implements Running {
        @Override
        public void close() {
            if (announced) {
                directory.withdraw();
            }
            listeners.stop();
            cairn.close();
        }
    }
}
