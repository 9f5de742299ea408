package dev.cairn.server.access;

import dev.cairn.domain.user.Caller;
import dev.cairn.http.wire.Callers;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the caller's name from a header, for tests that switch it on. */
@Singleton
@Requires(property = HeaderCallers.PROPERTY)
@Replaces(Callers.class)
final class HeaderCallers implements Callers {
    static final String PROPERTY = "cairn.test.header-callers";
    static final String HEADER = "X-Test-Caller";

    private final Map<String, Caller> known = new ConcurrentHashMap<>();

    void add(Caller caller) {
        known.put(caller.name(), caller);
    }

    @Override
    public Caller current() {
        HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
        return Objects.requireNonNull(known.get(request.getHeaders().get(HEADER)));
    }
}
