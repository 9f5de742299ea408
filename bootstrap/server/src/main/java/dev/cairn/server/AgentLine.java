package dev.cairn.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.ProcessCode;
import dev.cairn.cli.CairnCommand;
import dev.cairn.cli.ServerLauncher.Address;
import dev.cairn.cli.ServerLauncher.AgentStart;
import dev.cairn.cli.ServerLauncher.Running;
import dev.cairn.domain.error.Conflict;
import dev.cairn.http.HttpLimits;
import dev.cairn.json.StrictJson;
import dev.cairn.mcp.protocol.Catalogue;
import dev.cairn.mcp.protocol.Choice;
import dev.cairn.mcp.protocol.Pipe;
import dev.cairn.mcp.protocol.Protocol;
import dev.cairn.mcp.remote.AttachedWork;
import dev.cairn.mcp.remote.AttachedWork.Server;
import dev.cairn.mcp.tool.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An agent's own end: answers by itself who this is and what there is, and has all else done by the server that owns the data.
 * Where none runs it starts one, which others find, so that several agents work side by side (M7).
 */
final class AgentLine implements AutoCloseable {
    /** So long another command that is not much may take. */
    private static final Duration TURN = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final LocalServers servers;
    private final AgentStart start;
    private @Nullable Running own;

    AgentLine(LocalServers servers, AgentStart start) {
        this.servers = servers;
        this.start = start;
    }

    /** Answers the agent until the input ends. */
    void run(InputStream in, OutputStream out) throws IOException {
        Choice choice = Choice.of(start.toolsets(), start.tools(), start.readOnly());
        JsonMapper json =
                StrictJson.inSnakeCase(HttpLimits.DEFAULT.jsonDepthMax()).mapper();
        Protocol protocol = new Protocol(new Catalogue(CairnCommand.version(), choice), json);
        try (AttachedWork work = new AttachedWork(place(), this::server, json)) {
            new Pipe(protocol, work, out).run(in);
        }
    }

    private Place place() {
        return new Place(start.project(), Path.of("").toAbsolutePath().toString());
    }

    private Server server() {
        URI remote = start.remote();
        if (remote != null) {
            return new Server(remote, servers.setting("CAIRN_TOKEN").orElseGet(() -> ownToken(remote)));
        }
        Address here = found().orElseGet(this::started);
        return new Server(here.url(), servers.tokenHere().orElse(here.token()));
    }

    /** Returns the local server's token if the named server is the local one; empty otherwise. */
    private String ownToken(URI remote) {
        return servers.find(start.dataDirectory())
                .filter(here -> here.url().equals(remote))
                .map(Address::token)
                .orElse("");
    }

    private Optional<Address> found() {
        return own == null ? servers.find(start.dataDirectory()) : Optional.of(own.address());
    }

    /**
     * Of several that start at once one gets the data, and the others find it as soon as it listens. A command that has the data only
     * for itself is waited for.
     */
    private Address started() {
        long began = System.nanoTime();
        while (true) {
            try {
                own = servers.startForAgents(start.dataDirectory());
                return own.address();
            } catch (Conflict conflict) {
                boolean waits =
                        conflict.code() == ProcessCode.DATABASE_IN_USE && System.nanoTime() - began < TURN.toNanos();
                if (!waits || Thread.currentThread().isInterrupted()) {
                    throw conflict;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            Optional<Address> found = servers.find(start.dataDirectory());
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    /** Ends the server that it started. */
    @Override
    public synchronized void close() {
        if (own != null) {
            own.close();
            own = null;
        }
    }
}
