package dev.cairn.cli;

import dev.cairn.cli.ServerLauncher.Address;
import dev.cairn.cli.ServerLauncher.Running;
import dev.cairn.client.CairnClient;
import dev.cairn.client.Calls;
import dev.cairn.domain.error.Conflict;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A command's connection to a server: the named one, the one that owns the data, or one of its own for as long as it takes
 * (ADR 6).
 */
final class Session implements AutoCloseable {
    private static final String IN_USE = "database_in_use";
    /** The longest wait for another command that holds the database. */
    private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** The wait after which a message says what is waited for. */
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final CairnClient api;
    private final @Nullable Running own;

    private Session(CairnClient api, @Nullable Running own) {
        this.api = api;
        this.own = own;
    }

    static Session open(CairnCommand cairn) {
        Optional<URI> remote = cairn.remote();
        if (remote.isPresent()) {
            return new Session(connected(remote.get(), tokenFor(cairn, remote.get())), null);
        }
        return here(cairn, cairn.servers(), cairn.dataDirectory());
    }

    /** Commands at the same moment take turns, and a server that is just starting is waited for. */
    private static Session here(CairnCommand cairn, ServerLauncher servers, Path data) {
        long began = System.nanoTime();
        boolean told = cairn.quiet || cairn.json;
        while (true) {
            Optional<Address> running = servers.find(data);
            if (running.isPresent()) {
                return new Session(client(servers, running.get()), null);
            }
            try {
                Running own = servers.start(data, 0, false);
                return new Session(client(servers, own.address()), own);
            } catch (Conflict taken) {
                long waited = System.nanoTime() - began;
                boolean waits = taken.code().wire().equals(IN_USE) && waited < TURN_NANOS;
                if (!waits || Thread.currentThread().isInterrupted()) {
                    throw taken;
                }
                if (!told && waited > SILENT_NANOS) {
                    cairn.err().printf("%s. Waiting for up to 20 s …%n", taken.getMessage());
                    told = true;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Answers the token that was chosen; for this machine's own server that is this machine's own. */
    private static String tokenFor(CairnCommand cairn, URI remote) {
        ServerLauncher servers = cairn.servers();
        return servers.setting("CAIRN_TOKEN")
                .or(() -> servers.find(cairn.dataDirectory())
                        .filter(here -> here.url().equals(remote))
                        .map(Address::token))
                .orElseThrow(
                        () -> new CommandFailed(
                                CommandCode.TOKEN_REQUIRED,
                                "There is no token for %s".formatted(remote),
                                "Set CAIRN_TOKEN to one: POST /api/v1/tokens makes it, or its machine's owner has it in the file 'token'"));
    }

    private static CairnClient client(ServerLauncher servers, Address server) {
        return connected(server.url(), servers.tokenHere().orElse(server.token()));
    }

    private static CairnClient connected(URI server, String token) {
        try {
            return CairnClient.connect(server, token);
        } catch (IllegalArgumentException e) {
            throw CommandFailed.usage(e.getMessage() + ": see CAIRN_TOKEN");
        }
    }

    CairnClient api() {
        return api;
    }

    Calls calls() {
        return api.calls();
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
