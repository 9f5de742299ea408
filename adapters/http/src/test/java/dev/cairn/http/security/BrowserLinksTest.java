package dev.cairn.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Id;
import dev.cairn.http.security.BrowserLinks.Made;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class BrowserLinksTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource source = () -> now;
    private final BrowserLinks links = new BrowserLinks(() -> new Id<>(1), source.withZone(ZoneOffset.UTC));

    /** R16. */
    @Test
    void aLinkIsGoodOnceAndForTenMinutes() {
        String once = links.make().secret();
        assertThat(links.take(once)).isTrue();
        assertThat(links.take(once)).isFalse();
        Made late = links.make();
        Made tooLate = links.make();
        now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
        assertThat(links.take(late.secret())).isTrue();
        now = tooLate.expiresAt();
        assertThat(links.take(tooLate.secret())).isFalse();
    }

    @Test
    void linksEndWithTheSessionsOfTheOwnerAndOfNobodyElse() {
        String link = links.make().secret();
        links.endIfOf(new Id<>(2));
        assertThat(links.take(link)).isTrue();
        String ended = links.make().secret();
        links.endIfOf(new Id<>(1));
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

    /** R11, R16. */
    @Test
    void aSecretIs256RandomBitsAndNoTextShowsIt() {
        Made link = links.make();
        assertThat(link.secret())
                .hasSize("cairn_l_".length() + 43)
                .isNotEqualTo(links.make().secret());
        assertThat(link.toString()).doesNotContain(link.secret());
    }
}
