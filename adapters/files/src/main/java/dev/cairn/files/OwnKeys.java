package dev.cairn.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The keys of Cairn's own files, refreshed in time: SQLite makes and removes files beside its database. */
final class OwnKeys {
    private static final Path TOKEN = Path.of("token");
    private static final Path DATABASE = Path.of("cairn.db");
    private static final Path LOCK = Path.of("cairn.lock");
    private static final List<Path> BESIDE_TOKEN =
            List.of(DATABASE, LOCK, Path.of("server.json"), Path.of("master.key"));
    private static final Path LOGS = Path.of("logs");
    private static final Path LOG = Path.of("cairn.log");
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final OwnFiles own;
    private Set<Object> keys = Set.of();
    private long until;
    private boolean known;

    OwnKeys(OwnFiles own) {
        this.own = own;
    }

    /**
     * Whether an open folder is the data directory of a server, of this one or of another, on whatever engine: the token that opens
     * it is in it. A folder in which a program keeps its database is none.
     */
    static boolean isServers(Secure folder) {
        return has(folder, TOKEN) && (BESIDE_TOKEN.stream().anyMatch(name -> has(folder, name)) || hasLog(folder));
    }

    /** Whether an open folder below the one that was agreed upon is a server's, or holds the database of a program. */
    static boolean isDataDirectory(Secure folder) {
        return (has(folder, DATABASE) && has(folder, LOCK)) || isServers(folder);
    }

    private static boolean has(Secure folder, Path name) {
        try {
            folder.attributes(name);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean hasLog(Secure folder) {
        if (!has(folder, LOGS)) {
            return false;
        }
        try (Secure logs = folder.enter(LOGS)) {
            return has(logs, LOG);
        } catch (IOException _) {
            return false;
        }
    }

    boolean contains(@Nullable Object key) {
        long now = System.nanoTime();
        if (!known || now - until > 0) {
            keys = own.keys();
            until = now + FRESH_NANOS;
            known = true;
        }
        return key != null && keys.contains(key);
    }
}
