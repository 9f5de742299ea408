package dev.cairn.http.wire;

import dev.cairn.domain.user.Caller;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** The authenticated sender of a request; set once, before routing. */
public record Authenticated(Caller caller, Proof proof) {
    private static final String ATTRIBUTE = "cairn.authenticated";

    /** The kind of credential that proved it. */
    public enum Proof {
        LOCAL_TOKEN,
        BROWSER_SESSION,
        OTHER_TOKEN
    }

    public void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public static Optional<Authenticated> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Authenticated.class);
    }
}
