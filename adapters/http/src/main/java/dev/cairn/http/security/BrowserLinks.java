package dev.cairn.http.security;

import dev.cairn.application.user.LocalOwner;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes codes of 256 random bits for links that let one browser in, once (R16). They are kept in memory, so a restart ends them all, and by
 * their hashes only; beyond the limit the oldest one goes.
 */
@Singleton
public final class BrowserLinks {
    static final int LINKS_MAX = 100;
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String PREFIX = "cairn_l_";
    private static final int SECRET_BYTES = 32;

    private final Supplier<Id<User>> owner;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** The expiry of each link, by the hash of its secret. */
    private final Map<TokenHash, Instant> known = new LinkedHashMap<>();

    @Inject
    BrowserLinks(LocalOwner owner, Clock clock) {
        this(owner::id, clock);
    }

    BrowserLinks(Supplier<Id<User>> owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /** A new link's secret, which is shown once, and its expiry. */
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
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = clock.instant().plus(LIFETIME);
        if (known.size() >= LINKS_MAX) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(TokenHash.of(secret), expiresAt);
        return new Made(secret, expiresAt);
    }

    static boolean isCode(String token) {
        return token.startsWith(PREFIX);
    }

    /** Uses a code up; answers whether it was good until now: at the moment it expires it is not any more. */
    synchronized boolean take(String code) {
        Instant expiresAt = known.remove(TokenHash.of(code));
        return expiresAt != null && clock.instant().isBefore(expiresAt);
    }

    synchronized void endAll() {
        known.clear();
    }

    /**
     * Ends all links if this user is the local owner, whom they let in; called when all of the user's sessions end (R16, R17).
     */
    public void endIfOf(Id<User> user) {
        if (owner.get().equals(user)) {
            endAll();
        }
    }
}
