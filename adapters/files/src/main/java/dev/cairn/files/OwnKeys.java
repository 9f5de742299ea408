package dev.cairn.files;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The keys of what is Cairn's own, looked up again while time goes on: SQLite makes and removes files beside its database. */
final class OwnKeys {
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final OwnFiles own;
    private Set<Object> keys = Set.of();
    private long until;
    private boolean known;

    OwnKeys(OwnFiles own) {
        this.own = own;
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
