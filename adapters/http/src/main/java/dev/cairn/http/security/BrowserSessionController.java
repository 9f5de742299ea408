package dev.cairn.http.security;

import dev.cairn.application.user.AccountService;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.security.ExpiringSecrets.Made;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.Authenticated;
import dev.cairn.http.wire.Authenticated.Proof;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/**
 * A browser swaps the local token, or a code made by it, which it was given in a link's fragment, for a session in a cookie;
 * one that logged in has its session there already.
 */
@Controller(BrowserSessionController.PATH)
final class BrowserSessionController {
    static final String PATH = HttpSettings.BASE + "/auth/browser-session";

    private final Api api;
    private final BrowserSessions sessions;
    private final BrowserLinks links;
    private final SessionCookie cookie;
    private final AccountService accounts;

    BrowserSessionController(
            Api api, BrowserSessions sessions, BrowserLinks links, SessionCookie cookie, AccountService accounts) {
        this.api = api;
        this.sessions = sessions;
        this.links = links;
        this.cookie = cookie;
        this.accounts = accounts;
    }

    /** By the local token only: a session of another token would outlive its end. */
    @Post
    HttpResponse<byte[]> open(HttpRequest<byte[]> request) {
        return api.confidentialAction(request, _ -> {
            requireLocalToken(request, "A browser's session is opened by the local token");
            return this::opened;
        });
    }

    /** A code that opens one session, instead of the token. */
    @Post("/link")
    HttpResponse<byte[]> link(HttpRequest<byte[]> request) {
        return api.confidentialAction(request, _ -> {
            requireLocalToken(request, "A link for a browser is made by the local token");
            return () -> {
                Made code = links.make();
                return new Reply(201, Map.of(), Map.of("code", code.secret(), "expiresAt", code.expiresAt()), false);
            };
        });
    }

    private static void requireLocalToken(HttpRequest<?> request, String reason) {
        if (!shows(request, Proof.LOCAL_TOKEN)) {
            throw new Denied(ErrorCode.LOCAL_TOKEN_REQUIRED, reason);
        }
    }

    private Reply opened() {
        Made opened = sessions.open();
        return new Reply(
                201,
                Map.of(HttpHeaders.SET_COOKIE, cookie.keep(opened.secret())),
                Map.of("expiresAt", opened.expiresAt()),
                false);
    }

    /** A browser ends its own session; the local token ends all of them. */
    @Delete
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<byte[]> end(HttpRequest<?> request) {
        if (shows(request, Proof.BROWSER_SESSION) && api.caller().sessionId() != null) {
            accounts.logOut(api.caller());
        } else if (shows(request, Proof.BROWSER_SESSION)) {
            cookie.secretIn(request).ifPresent(sessions::end);
        } else if (shows(request, Proof.LOCAL_TOKEN)) {
            sessions.endAll();
        }
        return HttpResponse.<byte[]>noContent().header(HttpHeaders.SET_COOKIE, cookie.forget());
    }

    private static boolean shows(HttpRequest<?> request, Proof proof) {
        return Authenticated.of(request).filter(who -> who.proof() == proof).isPresent();
    }
}
