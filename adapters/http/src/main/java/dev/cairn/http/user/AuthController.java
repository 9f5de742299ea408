package dev.cairn.http.user;

import dev.cairn.application.user.AccountService;
import dev.cairn.application.user.ChangePassword;
import dev.cairn.application.user.LogIn;
import dev.cairn.application.user.SignedIn;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.User;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Answer;
import dev.cairn.http.door.Confidential;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Passing;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.WithCookie;
import dev.cairn.http.security.BrowserLinks;
import dev.cairn.http.security.SessionCookie;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and sessions. Whoever registers or logs in gets a token, to be sent as {@code Authorization: Bearer}; a session can be
 * ended also where accounts are off by now.
 */
@Routes(HttpSettings.BASE + "/auth")
class AuthController {
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));

    private final AccountService accounts;
    private final AttemptLimits limits;
    private final BrowserLinks links;

    AuthController(AccountService accounts, AttemptLimits limits, BrowserLinks links) {
        this.accounts = accounts;
        this.limits = limits;
        this.links = links;
    }

    @Post("/register")
    @NeedsAccounts
    @Confidential
    Created<SignedIn> register(@Nullable Caller caller, Client client, @Body Registration body) {
        var command = body.command();
        limits.registration(client.address());
        SignedIn signedIn = accounts.register(
                Objects.requireNonNullElseGet(caller, Caller::anonymous), command, client.userAgent());
        return Created.at("/users/" + signedIn.user().id(), signedIn);
    }

    /** The answer to a login; a browser, whose scripts must not see the token, gets one without it. */
    sealed interface LoggedIn {}

    /** The answer with the token, which is shown this once. */
    record ByToken(User user, Session session, Token token) implements LoggedIn {}

    /** The answer whose token is in the cookie. */
    record ByCookie(User user, Session session) implements LoggedIn {}

    @Post("/login")
    @NeedsAccounts
    @Confidential
    Answer<? extends LoggedIn> logIn(HttpRequest<?> request, Client client, @Body Credentials body) {
        LogIn command = body.command();
        SignedIn signedIn =
                limits.tried(client.address(), command.username(), () -> accounts.logIn(command, client.userAgent()));
        return body.browser()
                ? new WithCookie<>(
                        200,
                        SessionCookie.keep(request, signedIn.token()),
                        new ByCookie(signedIn.user(), signedIn.session()))
                : new Passing<>(new ByToken(signedIn.user(), signedIn.session(), signedIn.token()));
    }

    @Post("/logout")
    @Idempotent
    void logOut(Caller caller) {
        accounts.logOut(caller);
    }

    /** The number of sessions that were ended. */
    record Ended(int ended) {}

    @Post("/logout-all")
    @Idempotent
    Ended logOutEverywhere(Caller caller) {
        int ended = accounts.logOutEverywhere(caller);
        links.endIfOf(caller.userId());
        return new Ended(ended);
    }

    /** A session as its owner sees it; {@code current} is the one this request came with. */
    record OwnSession(
            Id<Session> id,
            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt,
            @Nullable String userAgent,
            boolean current) {
        static OwnSession of(Session session, Caller caller) {
            return new OwnSession(
                    session.id(),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.expiresAt(),
                    session.userAgent(),
                    session.id().equals(caller.sessionId()));
        }
    }

    @Get("/sessions")
    ListBody<OwnSession> sessions(Caller caller, @RequestBean Paging paging) {
        return ListBody.of(
                accounts.sessions(caller, paging.by(SessionRepository.SORTS, NEWEST)),
                session -> OwnSession.of(session, caller));
    }

    @Delete("/sessions/{session}")
    void endSession(Caller caller, Id<Session> session) {
        accounts.endSession(caller, session);
    }

    /** The password as it is and as it is to be. */
    @Introspected
    record Passwords(Password currentPassword, Password newPassword) {}

    @Post("/password")
    @NeedsAccounts
    @Confidential
    void changePassword(Caller caller, Client client, @Body Passwords body) {
        ChangePassword command = new ChangePassword(body.currentPassword(), body.newPassword());
        limits.tried(client.address(), null, () -> {
            accounts.changePassword(caller, command);
            return command;
        });
        links.endIfOf(caller.userId());
    }

    /** The caller, its scopes, and the project it is limited to. */
    record Me(User user, Set<Scope> scopes, @Nullable Id<?> projectId) {}

    @Get("/me")
    Me me(Caller caller) {
        return new Me(accounts.me(caller), caller.scopes(), caller.projectId());
    }
}
