package dev.cairn.cli;

import dev.cairn.application.database.DatabaseAdministration;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the command line gets to a server: one that runs, or one of its own. */
public interface ServerLauncher {
    /** Where a server is, and what it asks to see; the token is empty when this user may not read it. */
    record Address(URI url, String token) {
        /** Without the token (R11). */
        @Override
        public String toString() {
            return url.toString();
        }
    }

    /** A server in this process; closing it ends it in order. */
    interface Running extends AutoCloseable {
        Address address();

        /** Whether this start made the token, so that nobody has seen it yet. */
        boolean tokenIsNew();

        /** What the user should know of the place where the data is. */
        Optional<String> warning();

        @Override
        void close();
    }

    /** Where data lives: as asked for, or else the user's own place. */
    Path dataDirectory(@Nullable Path asked);

    /** The file in which the token of the server that owns the directory is kept. */
    Path tokenFile(Path dataDirectory);

    /** The token that the user chose instead: {@code CAIRN_TOKEN}. */
    Optional<String> chosenToken();

    /** The server that owns the directory, if one does. */
    Optional<Address> find(Path dataDirectory);

    /** Whether there is anything to read; nothing is made by asking. */
    boolean hasData(Path dataDirectory);

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
