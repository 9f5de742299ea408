package dev.cairn.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.http.security.ExpiringSecrets.Made;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class BrowserSessionsTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource source = () -> now;
    private final BrowserLinks links = new BrowserLinks(source.withZone(ZoneOffset.UTC));
    private final BrowserSessions sessions = new BrowserSessions(links, source.withZone(ZoneOffset.UTC));

    /** R16. */
    @Test
    void aSessionHasEndedAtTheMomentAtWhichItExpires() {
        Made opened = sessions.open();
        assertThat(opened.expiresAt()).isEqualTo(now.plus(Duration.ofDays(30)));
        now = opened.expiresAt().minusMillis(1);
        assertThat(sessions.isOpen(opened.secret())).isTrue();
        now = opened.expiresAt();
        assertThat(sessions.isOpen(opened.secret())).isFalse();
    }

    @Test
    void endingOneSessionLeavesTheOthers() {
        Made one = sessions.open();
        Made other = sessions.open();
        sessions.end(one.secret());
        assertThat(sessions.isOpen(one.secret())).isFalse();
        assertThat(sessions.isOpen(other.secret())).isTrue();
        sessions.endAll();
        assertThat(sessions.isOpen(other.secret())).isFalse();
    }

    @Test
    void theOldestSessionGoesWhenThereAreTooMany() {
        Made oldest = sessions.open();
        Made second = sessions.open();
        for (int i = 2; i <= BrowserSessions.SESSIONS_MAX; i++) {
            sessions.open();
        }
        assertThat(sessions.isOpen(oldest.secret())).isFalse();
        assertThat(sessions.isOpen(second.secret())).isTrue();
    }

    /** R11, R16. */
    @Test
    void aSecretIs256RandomBitsAndNoTextShowsIt() {
        Made opened = sessions.open();
        assertThat(opened.secret()).hasSize(43).isNotEqualTo(sessions.open().secret());
        assertThat(opened.toString()).doesNotContain(opened.secret());
    }

    @Test
    void aLinkIsGoodOnceAndForTenMinutesAndEndsWithAllSessions() {
        String once = links.make().secret();
        assertThat(links.take(once)).isTrue();
        assertThat(links.take(once)).isFalse();
        Made late = links.make();
        assertThat(late.toString()).doesNotContain(late.secret());
        now = now.plus(Duration.ofMinutes(10));
        assertThat(links.take(late.secret())).isFalse();
        String ended = links.make().secret();
        sessions.endAll();
        assertThat(links.take(ended)).isFalse();
    }

    @Test
    void theOldestLinkGoesWhenThereAreTooMany() {
        String oldest = links.make().secret();
        String second = links.make().secret();
        for (int i = 2; i <= BrowserLinks.LINKS_MAX; i++) {
            links.make();
        }
        assertThat(links.take(oldest)).isFalse();
        assertThat(links.take(second)).isTrue();
    }
}
