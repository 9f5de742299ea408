package dev.cairn.server;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.cli.ServerLauncher;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.http.HttpSettings;
import dev.cairn.persistence.jdbc.DatabaseOptions;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
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
    public Optional<URI> find(Path dataDirectory) {
        return new DataDirectory(dataDirectory).server();
    }

    @Override
    public DatabaseAdministration database(Path dataDirectory) {
        return Cairn.administration(CairnOptions.of(database(new DataDirectory(dataDirectory))));
    }

    @Override
    public Running start(Path path, int port, boolean announce) {
        DataDirectory directory = new DataDirectory(path);
        directory.create();
        Cairn cairn = open(directory, port);
        try {
            directory.restrictFiles();
            EmbeddedServer server =
                    cairn.context().getBean(EmbeddedServer.class).start();
            URI url = URI.create("http://%s:%d".formatted(HttpSettings.HOST, server.getPort()));
            if (announce) {
                directory.announce(url);
            }
            return new Started(cairn, server, directory, url, announce);
        } catch (ServerStartupException e) {
            cairn.close();
            if (!(e.getCause() instanceof BindException)) {
                throw e;
            }
            throw new Conflict(
                    ErrorCode.PORT_IN_USE,
                    "Port %d is taken: choose another with --port, or 0 for any free one".formatted(port));
        } catch (RuntimeException e) {
            cairn.close();
            throw e;
        }
    }

    /** As {@link Cairn#open}, where a refusal names the server that owns the directory. */
    private Cairn open(DataDirectory directory, int port) {
        try {
            return Cairn.open(CairnOptions.of(database(directory)), HttpSettings.of(port));
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

    private record Started(Cairn cairn, EmbeddedServer server, DataDirectory directory, URI url, boolean announced)
            implements Running {
        @Override
        public void close() {
            if (announced) {
                directory.withdraw();
            }
            server.stop();
            cairn.close();
        }
    }
}
