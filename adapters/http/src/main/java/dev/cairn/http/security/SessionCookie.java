package dev.cairn.http.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that carries a browser's session. Scripts cannot read it, and no other site can send it; but all ports of a
 * machine share their cookies, so its name tells the port, and it is never the local token itself.
 */
@Singleton
public final class SessionCookie {
    private final OwnAddress own;

    SessionCookie(OwnAddress own) {
        this.own = own;
    }

    Optional<String> secretIn(HttpRequest<?> request) {
        return request.getHeaders().contains("Cookie")
                ? request.getCookies().findCookie(name()).map(Cookie::getValue)
                : Optional.empty();
    }

    /** Writes the header that has the browser keep it. */
    public String keep(String secret) {
        return header(secret, BrowserSessions.LIFETIME);
    }

    /** Writes the header that has the browser forget it. */
    String forget() {
        return header("", Duration.ZERO);
    }

    private String header(String value, Duration age) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict".formatted(name(), value, age.toSeconds());
    }

    private String name() {
        return "cairn_session_" + own.port();
    }
}
