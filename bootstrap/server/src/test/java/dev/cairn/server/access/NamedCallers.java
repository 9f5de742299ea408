package dev.cairn.server.access;

import dev.cairn.application.user.Authentication;
import dev.cairn.application.user.TokenHolder;
import dev.cairn.domain.user.Caller;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Callers whose tokens are their names. */
final class NamedCallers implements Authentication {
    private final Map<String, Caller> known = new ConcurrentHashMap<>();

    void add(Caller caller) {
        known.put(caller.name(), caller);
    }

    @Override
    public TokenHolder byToken(String token) {
        Caller caller = known.get(token);
        return caller == null ? new TokenHolder.Nobody() : new TokenHolder.Known(caller);
    }
}
