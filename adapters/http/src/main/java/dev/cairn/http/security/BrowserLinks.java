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
 * Codes in links that let one browser in, once. They are kept in memory, so a restart ends them all, and by their hashes
 * only; beyond the limit the oldest one goes.
 */
@Singleton
final class BrowserLinks {
    static final int LINKS_MAX = 100;
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final int SECRET_BYTES = 32;
    private static final String PREFIX = "cairn_l_";

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** When each of them expires, by its hash. */
    private final Map<TokenHash, Instant> links = new LinkedHashMap<>();

    BrowserLinks(Clock clock) {
        this.clock = clock;
    }

    /** What goes into the link, and until when. */
    record Link(String code, Instant expiresAt) {
        /** Without the code (R11). */
        @Override
        public String toString() {
            return "Link[expiresAt=" + expiresAt + "]";
        }
    }

    synchronized Link make() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String code = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = clock.instant().plus(LIFETIME);
        if (links.size() >= LINKS_MAX) {
            links.remove(links.keySet().iterator().next());
        }
        links.put(TokenHash.of(code), expiresAt);
        return new Link(code, expiresAt);
    }

    static boolean isCode(String token) {
        return token.startsWith(PREFIX);
    }

    /** Whether it was good; it is not any more. */
    synchronized boolean take(String code) {
        Instant expiresAt = links.remove(TokenHash.of(code));
        return expiresAt != null && clock.instant().isBefore(expiresAt);
    }

    synchronized void endAll() {
        links.clear();
    }
}
