package dev.cairn.http.security;

import dev.cairn.http.security.ExpiringSecrets.Made;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Keeps the sessions of browsers that were let in by the local token, and act for whom it stands. */
@Singleton
final class BrowserSessions {
    static final int SESSIONS_MAX = 1_000;
    /** A session lasts this long (R16). */
    static final Duration LIFETIME = Duration.ofDays(30);

    private final BrowserLinks links;
    private final ExpiringSecrets sessions;

    BrowserSessions(BrowserLinks links, Clock clock) {
        this.links = links;
        this.sessions = new ExpiringSecrets(clock, "", LIFETIME, SESSIONS_MAX);
    }

    Made open() {
        return sessions.make();
    }

    /** Whether the session is open; at the moment it expires it is not any more. */
    boolean isOpen(String secret) {
        return sessions.isGood(secret);
    }

    void end(String secret) {
        sessions.end(secret);
    }

    /** Ends all sessions, and the codes that would open new ones. */
    void endAll() {
        links.endAll();
        sessions.endAll();
    }
}
