package dev.cairn.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The keys of what is Cairn's own, looked up again while time goes on: SQLite makes and removes files beside its database. */
final class OwnKeys {
    private static final List<Path> DATA = List.of(Path.of("cairn.db"), Path.of("cairn.lock"));
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final OwnFiles own;
    private Set<Object> keys = Set.of();
    private long until;
    private boolean known;

    OwnKeys(OwnFiles own) {
        this.own = own;
    }

    /** Whether an open folder is the data directory of some Cairn, of this one or of another: the token that opens it is in it. */
    static boolean isDataDirectory(Secure folder) {
        try {
            for (Path name : DATA) {
                folder.attributes(name);
            }
            return true;
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
