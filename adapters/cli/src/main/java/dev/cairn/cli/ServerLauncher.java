package dev.cairn.cli;

import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DatabaseMove;
import dev.cairn.application.database.DatabaseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds a running server for the command line, or starts one for it. */
public interface ServerLauncher {
    /** The address and token of a server; the token is empty when this user may not read it. */
    record Address(URI url, String token) {
        /** Leaves the token out (R11). */
        @Override
        public String toString() {
            return url.toString();
        }
    }

    /**
     * A database, as people know it.
     *
     * @param name a file, or an address without what is secret in it
     * @param bytes how big the file is; null when it is none
     */
    record Database(String name, @Nullable Long bytes) {}

    /** A server in this process; closing it ends it in order. */
    interface Running extends AutoCloseable {
        Address address();

        /** Returns whether this start made the token, so that the user has not seen it yet. */
        boolean tokenIsNew();

        /** Returns a warning about the place where the data is, if there is one. */
        Optional<String> warning();
        /** Whether people can register and log in. */
        boolean accounts();

        /** Whether it listens where other machines reach it. */
        boolean isReachable();

        /** The names by which it may be addressed, besides those of this machine's loopback. */
        List<String> hosts();

        /** Returns the file that it logs to. */
        Path logFile();

        @Override
        void close();
    }

    /**
     * The options with which an agent's client starts this program.
     *
     * @param remote the server to talk to; null for the one that owns the data here
     * @param project the project where a call names none; null when there is no such
     * @param toolsets sets of tools to offer; with {@code tools} empty, all
     * @param tools tools to offer, by their names
     * @param readOnly whether only those are offered that change nothing
     */
    record AgentStart(
            Path dataDirectory,
            @Nullable URI remote,
            @Nullable String project,
            List<String> toolsets,
            List<String> tools,
            boolean readOnly) {}

    /**
     * Speaks MCP with an agent until its input ends.
     *
     * @throws dev.cairn.domain.error.Invalid {@code unknown_value} for a tool or a set of tools that there is not
     */
    void speakToAgent(AgentStart start, InputStream in, OutputStream out) throws IOException;

    /**
     * Runs a provider of models that only pretends, until this process is stopped.
     *
     * @param port 0 for any free one
     * @param ready is told where it answers
     * @throws dev.cairn.domain.error.Conflict {@code port_in_use}
     */
    void runFakeModel(int port, Consumer<URI> ready);

    /** Returns the directory of the data: the one asked for, or else the user's own. */
    Path dataDirectory(@Nullable Path asked);

    /** The file in which the token of the server that owns the directory is kept. */
    Path tokenFile(Path dataDirectory);

    /** Returns the value of an environment variable such as {@code CAIRN_TOKEN}; empty when it is not set. */
    Optional<String> setting(String variable);

    /** Returns the token for the server that owns the data here; one beside {@code CAIRN_URL} is for the server named there. */
    default Optional<String> tokenHere() {
        return setting("CAIRN_URL").isPresent() ? Optional.empty() : setting("CAIRN_TOKEN");
    }

    /** The database that a command works on: the directory's file, or the one that the environment names. */
    Database target(Path dataDirectory);

    /** Also logs to the standard error what otherwise goes to a file, or nowhere. */
    void logToStandardError();

    /** Finds the server that owns the directory and its database, if one runs. */
    Optional<Address> find(Path dataDirectory);

    /** Whether there is anything to read; nothing is made by asking. */
    boolean hasData(Path dataDirectory);

    /** Moves the database of the directory, or the one that the environment names, to another one. */
    DatabaseMove move(Path dataDirectory);

    /**
     * Reads which database a command names: a file, or an address of PostgreSQL.
     *
     * @throws dev.cairn.domain.error.Invalid when it is neither
     */
    DatabaseOptions named(String database);

    /** The database of the directory, to look after it. */
    DatabaseAdministration database(Path dataDirectory);

    /**
     * Starts a server that owns the directory.
     *
     * @param port 0 for any free one
     * @param announce whether other processes shall find it, on this machine or, if it is set up so, on others
     * @throws dev.cairn.domain.error.Conflict {@code database_in_use} when another process owns it
     */
    Running start(Path dataDirectory, int port, boolean announce);
}
