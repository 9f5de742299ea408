package dev.cairn.http.user;

import dev.cairn.application.user.AccountService;
import dev.cairn.application.user.ChangePassword;
import dev.cairn.application.user.LogIn;
import dev.cairn.application.user.Register;
import dev.cairn.application.user.SignedIn;
import dev.cairn.application.user.UserFields;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Password;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.Username;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.security.OwnersBrowsers;
import dev.cairn.http.security.SessionCookie;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and sessions. Whoever registers or logs in gets a token, to be sent as {@code Authorization: Bearer}; a session can be
 * ended also where accounts are off by now.
 */
@Controller(HttpSettings.BASE + "/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuthController {
    private static final Sort NEWEST = Sort.by(Sort.desc("createdAt"));

    private final Api api;
    private final AccountService accounts;
    private final AccountsSwitch accountsSwitch;
    private final AttemptLimits limits;
    private final Clients clients;
    private final OwnersBrowsers browsers;
    private final SessionCookie cookie;

    AuthController(
            Api api,
            AccountService accounts,
            AccountsSwitch accountsSwitch,
            AttemptLimits limits,
            Clients clients,
            OwnersBrowsers browsers,
            SessionCookie cookie) {
        this.api = api;
        this.accounts = accounts;
        this.accountsSwitch = accountsSwitch;
        this.limits = limits;
        this.clients = clients;
        this.browsers = browsers;
        this.cookie = cookie;
    }

    /** Who the caller is, and what it may do. */
    record Me(User user, Set<Scope> scopes, @Nullable Id<?> projectId) {}

    @Post("/register")
    HttpResponse<byte[]> register(HttpRequest<byte[]> request) {
        accountsSwitch.requireOn();
        return api.confidential(request, object -> {
            Register command = registration(object);
            return () -> {
                limits.registration(clients.of(request));
                SignedIn signedIn = accounts.register(api.callerOrAnonymous(), command, userAgent(request));
                return Reply.created(
                        signedIn,
                        HttpSettings.BASE + "/users/" + signedIn.user().id());
            };
        });
    }

    @Post("/login")
    HttpResponse<byte[]> logIn(HttpRequest<byte[]> request) {
        accountsSwitch.requireOn();
        return api.confidential(request, object -> {
            LogIn command = new LogIn(
                    new Username(object.require("username", String.class)),
                    Password.tried(object.require("password", String.class)));
            boolean browser = object.flag("browser");
            return () -> {
                SignedIn signedIn = limits.tried(
                        clients.of(request), command.username(), () -> accounts.logIn(command, userAgent(request)));
                return browser ? inCookie(signedIn) : Reply.ok(signedIn);
            };
        });
    }

    /** What a browser is told, whose scripts are not to see the token. */
    record SignedInByCookie(User user, Session session) {}

    private Reply inCookie(SignedIn signedIn) {
        return new Reply(
                200,
                Map.of(HttpHeaders.SET_COOKIE, cookie.keep(signedIn.token().text())),
                new SignedInByCookie(signedIn.user(), signedIn.session()),
                false);
    }

    @Post("/logout")
    HttpResponse<byte[]> logOut(HttpRequest<byte[]> request) {
        return api.action(request, _ -> () -> {
            accounts.logOut(api.caller());
            return Reply.noContent();
        });
    }

    @Post("/logout-all")
    HttpResponse<byte[]> logOutEverywhere(HttpRequest<byte[]> request) {
        return api.action(request, _ -> () -> {
            int ended = accounts.logOutEverywhere(api.caller());
            browsers.endIfOf(api.caller().userId());
            return Reply.ok(Map.of("ended", ended));
        });
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
    HttpResponse<byte[]> sessions(
            HttpRequest<?> request,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Caller caller = api.caller();
        Query query = new Query(request);
        Page<Session> page = accounts.sessions(caller, query.page(SessionRepository.SORTS, NEWEST));
        List<OwnSession> own = page.items().stream()
                .map(session -> OwnSession.of(session, caller))
                .toList();
        return api.answer(request, query.reply(new Page<>(own, page.nextCursor(), page.total())));
    }

    @Delete("/sessions/{s}")
    HttpResponse<byte[]> endSession(HttpRequest<?> request, String s) {
        accounts.endSession(api.caller(), Id.parse(s));
        return api.noContent();
    }

    @Post("/password")
    HttpResponse<byte[]> changePassword(HttpRequest<byte[]> request) {
        accountsSwitch.requireOn();
        return api.confidential(request, object -> {
            ChangePassword command =
                    new ChangePassword(password(object, "currentPassword"), password(object, "newPassword"));
            return () -> {
                limits.tried(clients.of(request), null, () -> {
                    accounts.changePassword(api.caller(), command);
                    return command;
                });
                browsers.endIfOf(api.caller().userId());
                return Reply.noContent();
            };
        });
    }

    @Get("/me")
    HttpResponse<byte[]> me(HttpRequest<?> request) {
        Caller caller = api.caller();
        return api.answer(request, Reply.ok(new Me(accounts.me(caller), caller.scopes(), caller.projectId())));
    }

    static Register registration(BodyObject object) {
        Username username = new Username(object.require("username", String.class));
        Password password = new Password(object.require("password", String.class));
        return new Register(username, password, object.as(UserFields.class).create(username.value()));
    }

    private static Password password(BodyObject object, String field) {
        try {
            return new Password(object.require(field, String.class));
        } catch (Invalid invalid) {
            throw Invalid.of(invalid.code(), field, invalid.reason());
        }
    }

    private static @Nullable String userAgent(HttpRequest<?> request) {
        return request.getHeaders().get(HttpHeaders.USER_AGENT);
    }
}
