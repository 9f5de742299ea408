package dev.cairn.cli;

import dev.cairn.application.database.DatabaseAdministration;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the command line gets to a server: one that runs, or one of its own. */
public interface ServerLauncher {
    /** A server in this process; closing it ends it in order. */
    interface Running extends AutoCloseable {
        URI url();

        @Override
        void close();
    }

    /** Where data lives: as asked for, or else the user's own place. */
    Path dataDirectory(@Nullable Path asked);

    /** The server that owns the directory, if one does. */
    Optional<URI> find(Path dataDirectory);

    /** The database of the directory, to look after it. */
    DatabaseAdministration database(Path dataDirectory);

    /**
     * Starts a server that owns the directory.
     *
     * @param port 0 for any free one
     * @param announce whether other processes shall find it
     * @throws dev.cairn.domain.error.Conflict {@code database_in_use} when another process owns it
     */
    Running start(Path dataDirectory, int port, boolean announce);
}
