package dev.cairn.http.security;

import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.Token;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The cookie that carries a browser's session. Scripts cannot read it, and no other site can send it; but all ports of a
 * machine share their cookies, so its name tells the port, and it is never the local token itself.
 */
public final class SessionCookie {
    private SessionCookie() {}

    static Optional<String> secretIn(HttpRequest<?> request) {
        return request.getHeaders().contains("Cookie")
                ? request.getCookies().findCookie(name(request)).map(Cookie::getValue)
                : Optional.empty();
    }

    /** Writes the header that has the browser keep it. */
    public static String keep(HttpRequest<?> request, Token session) {
        return header(request, session.text(), Session.LIFE);
    }

    /** Writes the header that has the browser forget it. */
    static String forget(HttpRequest<?> request) {
        return header(request, "", Duration.ZERO);
    }

    private static String header(HttpRequest<?> request, String value, Duration age) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        String secure = origin != null && origin.startsWith("https:") ? "; Secure" : "";
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
                .formatted(name(request), value, age.toSeconds(), secure);
    }

    /** The port is the one that the browser asked, as all servers behind a proxy share it; the header was checked before. */
    private static String name(HttpRequest<?> request) {
        String host = Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.HOST), "");
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? "cairn_session_" + host.substring(colon + 1) : "cairn_session";
    }
}
