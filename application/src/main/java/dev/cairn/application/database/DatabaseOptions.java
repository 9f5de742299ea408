package dev.cairn.application.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The location of the database. */
public sealed interface DatabaseOptions {
    /**
     * A SQLite file; it is made when there is none.
     *
     * @param fast gives up the last commits at a power cut for speed: {@code synchronous=NORMAL} instead of FULL
     */
    record Sqlite(Path file, boolean fast) implements DatabaseOptions {
        public Sqlite(Path file) {
            this(file, false);
        }
    }

    /**
     * A PostgreSQL database; the password never shows in a text (R11).
     *
     * @param replica what answers reads that need not find everything, or null
     */
    record Postgres(
            String url,
            String user,
            String password,
            @Nullable Replica replica) implements DatabaseOptions {
        /** The number of connections of a server, which has one more to check readiness. */
        public static final int POOL_SIZE = 20;

        public Postgres(String url, String user, String password) {
            this(url, user, password, null);
        }

        public Postgres withReplica(Replica copy) {
            return new Postgres(url, user, password, copy);
        }

        /** Returns the URL without parts that may be secret. */
        public String name() {
            return url.replaceFirst("^jdbc:", "").replaceFirst("[?].*$", "").replaceFirst("//[^/]*@", "//");
        }

        @Override
        public String toString() {
            return "Postgres[url=%s, user=%s]".formatted(name(), user);
        }
    }

    /**
     * A streaming replica of a PostgreSQL database (G8).
     *
     * @param behindMax it is asked while it lags behind by no more than this
     */
    record Replica(Postgres database, Duration behindMax) {
        public static final Duration BEHIND_MAX = Duration.ofMillis(500);
    }
}
