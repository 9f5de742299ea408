package dev.cairn.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.security.BrowserSessions.Opened;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class BrowserSessionsTest {
    private static final Caller OWNER = new Caller(new Id<>(1), "owner");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource source = () -> now;
    private final BrowserSessions sessions = new BrowserSessions(source.withZone(ZoneOffset.UTC));

    /** R16. */
    @Test
    void aSessionHasEndedAtTheMomentAtWhichItExpires() {
        Opened opened = sessions.open(OWNER);
        assertThat(opened.expiresAt()).isEqualTo(now.plus(Duration.ofDays(30)));
        now = opened.expiresAt().minusMillis(1);
        assertThat(sessions.caller(opened.secret())).hasValue(OWNER);
        now = opened.expiresAt();
        assertThat(sessions.caller(opened.secret())).isEmpty();
    }

    @Test
    void endingOneSessionLeavesTheOthers() {
        Opened one = sessions.open(OWNER);
        Opened other = sessions.open(OWNER);
        sessions.end(one.secret());
        assertThat(sessions.caller(one.secret())).isEmpty();
        assertThat(sessions.caller(other.secret())).hasValue(OWNER);
        sessions.endAll();
        assertThat(sessions.caller(other.secret())).isEmpty();
    }

    @Test
    void theOldestSessionGoesWhenThereAreTooMany() {
        Opened oldest = sessions.open(OWNER);
        Opened second = sessions.open(OWNER);
        for (int i = 2; i <= BrowserSessions.SESSIONS_MAX; i++) {
            sessions.open(OWNER);
        }
        assertThat(sessions.caller(oldest.secret())).isEmpty();
        assertThat(sessions.caller(second.secret())).hasValue(OWNER);
    }

    /** R11, R16. */
    @Test
    void aSecretIs256RandomBitsAndNoTextShowsIt() {
        Opened opened = sessions.open(OWNER);
        assertThat(opened.secret())
                .hasSize(43)
                .isNotEqualTo(sessions.open(OWNER).secret());
        assertThat(opened.toString()).doesNotContain(opened.secret());
    }
}
