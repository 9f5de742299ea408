package dev.cairn.http.security;

import dev.cairn.domain.user.Token;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether who sent a request may still be served while its answer goes on (E9). Sessions of browsers that the local token let in are
 * kept in memory, so that the database does not tell; of all others it does.
 */
@Singleton
public final class Standing {
    private final BrowserSessions sessions;
    private final SessionCookie cookie;

    Standing(BrowserSessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    public BooleanSupplier of(HttpRequest<?> request) {
        Optional<String> secret = request.getHeaders().contains(HttpHeaders.AUTHORIZATION)
                ? Optional.empty()
                : cookie.secretIn(request).filter(text -> Token.parse(text).isEmpty());
        return secret.<BooleanSupplier>map(text -> () -> sessions.isOpen(text)).orElse(() -> true);
    }
}
