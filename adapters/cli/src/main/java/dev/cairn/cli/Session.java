package dev.cairn.cli;

import dev.cairn.cli.ServerLauncher.Address;
import dev.cairn.cli.ServerLauncher.Running;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One command's way to a server: the one that owns the data, or one of its own for as long as it takes (ADR 6). */
final class Session implements AutoCloseable {
    private final ApiClient api;
    private final @Nullable Running own;

    private Session(ApiClient api, @Nullable Running own) {
        this.api = api;
        this.own = own;
    }

    static Session open(ServerLauncher servers, Path dataDirectory) {
        Optional<Address> running = servers.find(dataDirectory);
        if (running.isPresent()) {
            return new Session(client(servers, running.get()), null);
        }
        Running own = servers.start(dataDirectory, 0, false);
        return new Session(client(servers, own.address()), own);
    }

    private static ApiClient client(ServerLauncher servers, Address server) {
        return new ApiClient(server.url(), servers.chosenToken().orElse(server.token()));
    }

    ApiClient api() {
        return api;
    }

    boolean ownServer() {
        return own != null;
    }

    @Override
    public void close() {
        api.close();
        if (own != null) {
            own.close();
        }
    }
}
