package dev.cairn.http.wire;

import dev.cairn.domain.user.Caller;
import jakarta.inject.Singleton;

/** Local single-user mode: everybody is the built-in owner (R6). */
@Singleton
final class LocalCallers implements Callers {
    private final Caller owner;

    LocalCallers(Caller owner) {
        this.owner = owner;
    }

    @Override
    public Caller current() {
        return owner;
    }
}
