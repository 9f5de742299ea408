package dev.cairn.http.security;

import dev.cairn.domain.user.TokenHash;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Browsers that were let in by the local token, and act for whom that one stands. They are kept in memory, so a restart
 * ends them all, and by their hashes only; beyond the limit the oldest one goes.
 */
@Singleton
final class BrowserSessions {
    static final int SESSIONS_MAX = 1_000;
    /** R16. */
    static final Duration LIFETIME = Duration.ofDays(30);

    private static final int SECRET_BYTES = 32;

    private final BrowserLinks links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** When each of them expires, by its hash. */
    private final Map<TokenHash, Instant> sessions = new LinkedHashMap<>();

    BrowserSessions(BrowserLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** What the browser keeps, and until when. */
    record Opened(String secret, Instant expiresAt) {
        /** Without the secret (R11). */
        @Override
        public String toString() {
            return "Opened[expiresAt=" + expiresAt + "]";
        }
    }

    synchronized Opened open() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = clock.instant().plus(LIFETIME);
        if (sessions.size() >= SESSIONS_MAX) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        sessions.put(TokenHash.of(secret), expiresAt);
        return new Opened(secret, expiresAt);
    }

    /** Until the moment at which it expires. */
    synchronized boolean isOpen(String secret) {
        TokenHash hash = TokenHash.of(secret);
        Instant expiresAt = sessions.get(hash);
        if (expiresAt == null) {
            return false;
        }
        if (!clock.instant().isBefore(expiresAt)) {
            sessions.remove(hash);
            return false;
        }
        return true;
    }

    synchronized void end(String secret) {
        sessions.remove(TokenHash.of(secret));
    }

    /** Also what would open new ones. */
    synchronized void endAll() {
        links.endAll();
        sessions.clear();
    }
}
