package dev.cairn.http.user;

import dev.cairn.application.user.AccountService;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.Register;
import dev.cairn.application.user.UserFields;
import dev.cairn.application.user.UserService;
import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserFilter;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.UserType;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.security.OwnersBrowsers;
import dev.cairn.http.wire.Api;
import dev.cairn.http.wire.BodyObject;
import dev.cairn.http.wire.Conditional;
import dev.cairn.http.wire.Query;
import dev.cairn.http.wire.Reply;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Users: humans, and the agents they answer for. */
@Controller(HttpSettings.BASE + "/users")
@ExecuteOn(TaskExecutors.BLOCKING)
final class UserController {
    private static final Sort BY_NAME = Sort.by(Sort.asc("name"));

    private final Api api;
    private final UserService users;
    private final AccountService accounts;
    private final AccountsSwitch accountsSwitch;
    private final OwnersBrowsers browsers;
    private final UserNames names;

    UserController(
            Api api,
            UserService users,
            AccountService accounts,
            AccountsSwitch accountsSwitch,
            OwnersBrowsers browsers,
            UserNames names) {
        this.api = api;
        this.users = users;
        this.accounts = accounts;
        this.accountsSwitch = accountsSwitch;
        this.browsers = browsers;
        this.names = names;
    }

    /** An agent of the caller's, or, by an admin, a human with an account, whose password is a secret. */
    @Post
    HttpResponse<byte[]> create(HttpRequest<byte[]> request) {
        return api.post(request, object -> switch (object.require("type", UserType.class)) {
            case AGENT -> agent(object);
            case HUMAN -> {
                api.refuseRepetition(request);
                yield human(object);
            }
        });
    }

    private Supplier<Reply> agent(BodyObject object) {
        UserFields fields = object.as(UserFields.class);
        var content = fields.create(Fields.required("name", fields.name()));
        return () -> created(users.createAgent(api.caller(), content));
    }

    private Supplier<Reply> human(BodyObject object) {
        accountsSwitch.requireOn();
        Register command = AuthController.registration(object);
        return () -> created(accounts.add(api.caller(), command));
    }

    @Get
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String type,
            @QueryValue @Nullable String active,
            @QueryValue @Nullable String owner,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String include,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        Query query = new Query(request);
        var includes = query.includes(Set.of(Query.TOTAL)).allowing(Query.TOTAL, Set.of());
        UserFilter filter = new UserFilter(
                query.values("type", UserType.class),
                active == null ? null : query.flag("active"),
                query.id("owner"),
                query.text("q", UserFilter.TEXT_MAX));
        var page = query.page(UserRepository.SORTS, BY_NAME, includes.has(Query.TOTAL));
        return api.answer(request, query.reply(users.list(api.caller(), filter, page)));
    }

    @Get("/{u}")
    HttpResponse<byte[]> get(HttpRequest<?> request, String u) {
        return api.answer(request, reply(users.get(api.caller(), names.id(u))));
    }

    @Patch("/{u}")
    @Conditional
    @Consumes({"application/json", "application/merge-patch+json"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request, String u) {
        UserFields fields = api.body(request).as(UserFields.class);
        return api.answer(request, reply(users.update(api.caller(), names.id(u), api.expected(request), fields)));
    }

    @Post("/{u}/role")
    @Conditional
    HttpResponse<byte[]> changeRole(HttpRequest<byte[]> request, String u) {
        return api.post(request, object -> {
            SystemRole role = object.require("systemRole", SystemRole.class);
            return () -> reply(users.changeRole(api.caller(), names.id(u), api.expected(request), role));
        });
    }

    @Post("/{u}/deactivate")
    @Conditional
    HttpResponse<byte[]> deactivate(HttpRequest<byte[]> request, String u) {
        return api.action(request, object -> {
            OwnedProjects owned = object.flag("archiveProjects") ? OwnedProjects.ARCHIVE : OwnedProjects.REFUSE;
            return () -> {
                User user = users.deactivate(api.caller(), names.id(u), api.expected(request), owned);
                browsers.endIfOf(user.id());
                return reply(user);
            };
        });
    }

    @Post("/{u}/reactivate")
    @Conditional
    HttpResponse<byte[]> reactivate(HttpRequest<byte[]> request, String u) {
        return api.action(
                request, _ -> () -> reply(users.reactivate(api.caller(), names.id(u), api.expected(request))));
    }

    private static Reply created(User user) {
        return Reply.created(user, HttpSettings.BASE + "/users/" + user.id(), user.lifecycle());
    }

    private static Reply reply(User user) {
        return Reply.ok(user, user.lifecycle());
    }
}
