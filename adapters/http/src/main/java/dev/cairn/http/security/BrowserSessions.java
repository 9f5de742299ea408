package dev.cairn.http.security;

import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.TokenHash;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Browsers that were let in by the local token. They are kept in memory, so a restart ends them all, and by their hashes
 * only; beyond the limit the oldest one goes.
 */
@Singleton
final class BrowserSessions {
    static final int SESSIONS_MAX = 1_000;
    /** R16. */
    static final Duration LIFETIME = Duration.ofDays(30);

    private static final int SECRET_BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<TokenHash, Session> sessions = new LinkedHashMap<>();

    BrowserSessions(Clock clock) {
        this.clock = clock;
    }

    private record Session(Caller caller, Instant expiresAt) {}

    /** What the browser keeps, and until when. */
    record Opened(String secret, Instant expiresAt) {
        /** Without the secret (R11). */
        @Override
        public String toString() {
            return "Opened[expiresAt=" + expiresAt + "]";
        }
    }

    synchronized Opened open(Caller caller) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = clock.instant().plus(LIFETIME);
        if (sessions.size() >= SESSIONS_MAX) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        sessions.put(TokenHash.of(secret), new Session(caller, expiresAt));
        return new Opened(secret, expiresAt);
    }

    /** Whose session it is; none from the moment on at which it expires. */
    synchronized Optional<Caller> caller(String secret) {
        TokenHash hash = TokenHash.of(secret);
        Session session = sessions.get(hash);
        if (session == null) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(session.expiresAt())) {
            sessions.remove(hash);
            return Optional.empty();
        }
        return Optional.of(session.caller());
    }

    synchronized void end(String secret) {
        sessions.remove(TokenHash.of(secret));
    }

    synchronized void endAll() {
        sessions.clear();
    }
}
