package dev.cairn.http.security;

import dev.cairn.application.user.Authentication;
import dev.cairn.application.user.LocalAuthentication;
import dev.cairn.application.user.TokenHolder;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenKind;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.problem.HttpCode;
import dev.cairn.http.security.Identification.Nobody;
import dev.cairn.http.security.Identification.Sender;
import dev.cairn.http.security.Identification.Unsettled;
import dev.cairn.http.wire.Authenticated;
import dev.cairn.http.wire.Authenticated.Proof;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the sender of a request: by the token in its Authorization header, and nowhere else, or by a browser's session. */
@Singleton
final class Authenticator {
    private static final Identification NO_TOKEN =
            new Nobody(new Refusal(HttpCode.TOKEN_REQUIRED, "Send Authorization: Bearer with a token"));
    private static final String ENDED = "The token or session is unknown, or has ended";
    private static final Identification UNKNOWN = new Nobody(new Refusal(HttpCode.TOKEN_INVALID, ENDED));
    private static final Identification UNKNOWN_WITH_ACCOUNTS = new Nobody(new Refusal(
            HttpCode.TOKEN_INVALID,
            ENDED,
            "Log in again: POST /api/v1/auth/login. The owner of this machine's server finds its token in the file 'token' in"
                    + " the data directory."));
    private static final Identification OWNER_DEACTIVATED = new Nobody(
            new Refusal(HttpCode.OWNER_DEACTIVATED, "The owner for whom this machine's token stands is deactivated"));
    private static final Identification NO_ORIGIN =
            new Nobody(new Refusal(HttpCode.ORIGIN_REQUIRED, "A change by cookie must name its Origin"));

    private static final String SCHEME = "Bearer ";
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final LocalAuthentication local;
    private final List<Authentication> stored;
    private final BrowserLinks links;
    private final Identification unknown;

    Authenticator(LocalAuthentication local, List<Authentication> stored, BrowserLinks links, HttpSettings settings) {
        this.unknown = settings.accounts() ? UNKNOWN_WITH_ACCOUNTS : UNKNOWN;
        this.local = local;
        this.stored = stored;
        this.links = links;
    }

    /** Identifies the sender, as far as that is possible without waiting. */
    Identification find(HttpRequest<?> request) {
        List<String> headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        return switch (headers.size()) {
            case 0 -> bySession(request);
            case 1 -> byHeader(request, headers.getFirst());
            default -> unknown;
        };
    }

    private Identification byHeader(HttpRequest<?> request, String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return unknown;
        }
        String token = header.substring(SCHEME.length()).strip();
        if (BrowserLinks.isCode(token)) {
            return opensSession(request) && links.take(token) ? owner() : unknown;
        }
        return local.recognises(token) ? owner() : new Unsettled(() -> byStored(token, Proof.OTHER_TOKEN));
    }

    private static boolean opensSession(HttpRequest<?> request) {
        return request.getMethodName().equals("POST") && request.getPath().equals(BrowserSessionController.PATH);
    }

    /**
     * Asks the database who holds the token.
     *
     * @throws Unavailable when it cannot be told now: the token may be a good one, and is not to be thrown away
     */
    private Identification byStored(String token, Proof proof) {
        for (Authentication one : stored) {
            switch (one.byToken(token)) {
                case TokenHolder.Known(Caller caller) -> {
                    return found(caller, proof);
                }
                case TokenHolder.Untold(Unavailable why) -> throw why;
                case TokenHolder.Nobody() -> {}
            }
        }
        return unknown;
    }

    /**
     * Answers whose session the cookie names. A browser adds its cookie whoever asks; to a change it also adds the page's
     * origin, which was checked before.
     */
    private Identification bySession(HttpRequest<?> request) {
        Optional<String> secret = SessionCookie.secretIn(request);
        if (secret.isEmpty()) {
            return NO_TOKEN;
        }
        boolean safe =
                READS.contains(request.getMethodName()) || request.getHeaders().contains(HttpHeaders.ORIGIN);
        if (Token.parse(secret.get())
                .filter(token -> token.kind() == TokenKind.SESSION)
                .isEmpty()) {
            return unknown;
        }
        return safe ? new Unsettled(() -> byStored(secret.get(), Proof.BROWSER_SESSION)) : NO_ORIGIN;
    }

    private Identification owner() {
        return local.knownOwner()
                .map(owner -> found(owner, Proof.LOCAL_TOKEN))
                .orElseGet(() -> new Unsettled(this::lookedUp));
    }

    /** Looks the owner up. Links let browsers in on the owner's behalf: when the owner is deactivated, they end (R17). */
    private Identification lookedUp() {
        Optional<Caller> owner = local.owner();
        if (owner.isEmpty()) {
            links.endAll();
            return OWNER_DEACTIVATED;
        }
        return found(owner.get(), Proof.LOCAL_TOKEN);
    }

    private static Identification found(Caller caller, Proof proof) {
        return new Sender(new Authenticated(caller, proof));
    }
}
