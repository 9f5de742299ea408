package dev.cairn.application.database;

import java.nio.file.Path;

/** Where the data is kept. */
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

    /** A PostgreSQL database; the password never shows in a text (R11). */
    record Postgres(String url, String user, String password) implements DatabaseOptions {
        /** Where it is, without what may be secret. */
        public String name() {
            return url.replaceFirst("^jdbc:", "").replaceFirst("[?].*$", "").replaceFirst("//[^/]*@", "//");
        }

        @Override
        public String toString() {
            return "Postgres[url=%s, user=%s]".formatted(name(), user);
        }
    }
}
