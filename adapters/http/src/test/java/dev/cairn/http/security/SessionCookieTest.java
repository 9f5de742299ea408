package dev.cairn.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.user.Token;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import org.junit.jupiter.api.Test;

final class SessionCookieTest {
    private static final String SECRET = "cairn_s_" + "A".repeat(43);

    private static MutableHttpRequest<?> request(String host) {
        return HttpRequest.GET("/").header("Host", host);
    }

    private static String kept(MutableHttpRequest<?> request) {
        return SessionCookie.keep(request, Token.parse(SECRET).orElseThrow());
    }

    /** All servers behind a proxy share its port, and all ports of a machine their cookies. */
    @Test
    void itIsNamedAfterThePortThatTheBrowserAsked() {
        assertThat(kept(request("localhost:4747"))).startsWith("cairn_session_4747=" + SECRET + "; Path=/; Max-Age=");
        assertThat(kept(request("[::1]:8080"))).startsWith("cairn_session_8080=");
        assertThat(kept(request("[::1]"))).startsWith("cairn_session=");
        assertThat(kept(request("cairn.example.com"))).startsWith("cairn_session=");
        assertThat(SessionCookie.forget(request("localhost:4747")))
                .startsWith("cairn_session_4747=; Path=/; Max-Age=0;");
    }

    /** A proxy's page comes by TLS, and its cookie goes no other way. */
    @Test
    void thatOfAPageThatCameByTlsIsSentByTlsOnly() {
        assertThat(kept(request("cairn.example.com").header("Origin", "https://cairn.example.com")))
                .endsWith("; HttpOnly; SameSite=Strict; Secure");
        assertThat(kept(request("localhost:4747").header("Origin", "http://localhost:4747")))
                .endsWith("; HttpOnly; SameSite=Strict");
    }
}
