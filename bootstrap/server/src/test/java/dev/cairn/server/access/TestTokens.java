package dev.cairn.server.access;

import dev.cairn.application.user.Authentication;
import dev.cairn.domain.user.Caller;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of callers that a test makes up, for tests that switch it on. */
@Singleton
@Requires(property = TestTokens.PROPERTY)
final class TestTokens implements Authentication {
    static final String PROPERTY = "cairn.test.tokens";

    private final Map<String, Caller> known = new ConcurrentHashMap<>();

    void add(Caller caller) {
        known.put(token(caller), caller);
    }

    static String token(Caller caller) {
        return "the-token-of-" + caller.userId();
    }

    @Override
    public Optional<Caller> byToken(String token) {
        return Optional.ofNullable(known.get(token));
    }
}
