package dev.cairn.http.security;

import dev.cairn.domain.user.TokenHash;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Secrets of 256 random bits (R16) that are good for a while. They are kept in memory, so a restart ends them all, and by their
 * hashes only; beyond the limit the oldest one goes.
 */
final class ExpiringSecrets {
    private static final int SECRET_BYTES = 32;

    private final Clock clock;
    private final String prefix;
    private final Duration lifetime;
    private final int most;
    private final SecureRandom random = new SecureRandom();
    /** When each of them expires, by its hash. */
    private final Map<TokenHash, Instant> known = new LinkedHashMap<>();

    /** @param prefix what each of them begins with */
    ExpiringSecrets(Clock clock, String prefix, Duration lifetime, int most) {
        this.clock = clock;
        this.prefix = prefix;
        this.lifetime = lifetime;
        this.most = most;
    }

    /** What is shown once, and until when it is good. */
    record Made(String secret, Instant expiresAt) {
        /** Leaves the secret out (R11). */
        @Override
        public String toString() {
            return "Made[expiresAt=" + expiresAt + "]";
        }
    }

    synchronized Made make() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = clock.instant().plus(lifetime);
        if (known.size() >= most) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(TokenHash.of(secret), expiresAt);
        return new Made(secret, expiresAt);
    }

    /** Whether the secret is good; at the moment it expires it is not any more. */
    synchronized boolean isGood(String secret) {
        TokenHash hash = TokenHash.of(secret);
        Instant expiresAt = known.get(hash);
        if (expiresAt == null) {
            return false;
        }
        if (!clock.instant().isBefore(expiresAt)) {
            known.remove(hash);
            return false;
        }
        return true;
    }

    /** Ends a secret; answers whether it was good until then. */
    synchronized boolean end(String secret) {
        Instant expiresAt = known.remove(TokenHash.of(secret));
        return expiresAt != null && clock.instant().isBefore(expiresAt);
    }

    synchronized void endAll() {
        known.clear();
    }
}
