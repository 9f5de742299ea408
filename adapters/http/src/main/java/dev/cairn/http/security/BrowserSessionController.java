package dev.cairn.http.security;

import dev.cairn.application.user.AccountService;
import dev.cairn.application.user.SignedIn;
import dev.cairn.domain.error.Denied;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Confidential;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.WithCookie;
import dev.cairn.http.problem.HttpCode;
import dev.cairn.http.security.BrowserLinks.Made;
import dev.cairn.http.wire.Authenticated;
import dev.cairn.http.wire.Authenticated.Proof;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;

/**
 * A browser swaps the local token, or a code made by it, which it was given in a link's fragment, for a session in a cookie;
 * one that logged in has its session there already.
 */
@Controller(BrowserSessionController.PATH)
record BrowserSessionController(BrowserLinks links, AccountService accounts) {
    static final String PATH = HttpSettings.BASE + "/auth/browser-session";

    /** The end of the session. */
    record Opened(Instant expiresAt) {}

    /** A code that opens one session, instead of the token. */
    record Code(String code, Instant expiresAt) {}

    /** Opens a session for a browser. Only the local token may: a session of another token would outlive that token's end. */
    @Post
    @Confidential
    @ExecuteOn(TaskExecutors.BLOCKING)
    WithCookie<Opened> open(HttpRequest<?> request, Authenticated who) {
        requireLocalToken(who, "A browser's session is opened by the local token");
        SignedIn opened = accounts.begin(who.caller(), request.getHeaders().get(HttpHeaders.USER_AGENT));
        return new WithCookie<>(
                201,
                SessionCookie.keep(request, opened.token()),
                new Opened(opened.session().expiresAt()));
    }

    @Post("/link")
    @Confidential
    Created<Code> link(Authenticated who) {
        requireLocalToken(who, "A link for a browser is made by the local token");
        Made code = links.make();
        return Created.of(new Code(code.secret(), code.expiresAt()));
    }

    /** Ends the browser's own session, or, for the local token, all of the owner's. */
    @Delete
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> end(HttpRequest<?> request, Authenticated who) {
        switch (who.proof()) {
            case BROWSER_SESSION -> accounts.logOut(who.caller());
            case LOCAL_TOKEN -> {
                links.endAll();
                accounts.logOutEverywhere(who.caller());
            }
            case OTHER_TOKEN -> {}
        }
        return HttpResponse.<Void>noContent().header(HttpHeaders.SET_COOKIE, SessionCookie.forget(request));
    }

    private static void requireLocalToken(Authenticated who, String reason) {
        if (who.proof() != Proof.LOCAL_TOKEN) {
            throw new Denied(HttpCode.LOCAL_TOKEN_REQUIRED, reason);
        }
    }
}
