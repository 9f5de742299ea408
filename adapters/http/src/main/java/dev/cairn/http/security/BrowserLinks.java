package dev.cairn.http.security;

import dev.cairn.http.security.ExpiringSecrets.Made;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Makes codes for links that let one browser in, once. */
@Singleton
final class BrowserLinks {
    static final int LINKS_MAX = 100;
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String PREFIX = "cairn_l_";

    private final ExpiringSecrets codes;

    BrowserLinks(Clock clock) {
        this.codes = new ExpiringSecrets(clock, PREFIX, LIFETIME, LINKS_MAX);
    }

    Made make() {
        return codes.make();
    }

    static boolean isCode(String token) {
        return token.startsWith(PREFIX);
    }

    /** Uses a code up; answers whether it was good until now. */
    boolean take(String code) {
        return codes.end(code);
    }

    void endAll() {
        codes.endAll();
    }
}
