package dev.cairn.http.user;

import dev.cairn.application.user.AccountService;
import dev.cairn.application.user.OwnedProjects;
import dev.cairn.application.user.UserService;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserFilter;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.UserType;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Idempotent;
import dev.cairn.http.door.Includes;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Longest;
import dev.cairn.http.door.MayBeEmpty;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Parts;
import dev.cairn.http.door.Routes;
import dev.cairn.http.door.Versioned;
import dev.cairn.http.security.BrowserLinks;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users, by id or username: humans, and the agents they answer for. */
@Routes(HttpSettings.BASE + "/users")
class UserController {
    private static final Sort BY_NAME = Sort.by(Sort.asc("name"));

    private final UserService users;
    private final AccountService accounts;
    private final BrowserLinks links;
    private final UserNames names;

    UserController(UserService users, AccountService accounts, BrowserLinks links, UserNames names) {
        this.users = users;
        this.accounts = accounts;
        this.links = links;
        this.names = names;
    }

    @Introspected
    record Wanted(
            @Parts(Includes.TOTAL) Includes include,
            List<UserType> type,
            @Nullable Boolean active,
            @Nullable String owner,
            @Longest(UserFilter.TEXT_MAX) @Nullable String q,
            Paging paging) {}

    /** The new role of a user in the system. */
    @Introspected
    record NewRole(SystemRole systemRole) {}

    /** The option to archive the user's projects. */
    @Introspected
    record Leaving(boolean archiveProjects) {}

    @Post
    @Idempotent
    Created<User> create(Caller caller, @Body NewUser body) {
        User user = switch (body) {
            case NewUser.Agent agent -> users.createAgent(caller, agent.content());
            case NewUser.Human human ->
                accounts.add(caller, human.registration().command());
        };
        return Created.at("/users/" + user.id(), user, user.lifecycle());
    }

    @Get
    ListBody<User> list(Caller caller, @RequestBean Wanted wanted) {
        var owner = names.asked(caller, wanted.owner(), "owner");
        var filter = new UserFilter(wanted.type(), wanted.active(), owner, wanted.q());
        boolean total = wanted.include().has(Includes.TOTAL);
        return ListBody.of(users.list(caller, filter, wanted.paging().by(UserRepository.SORTS, BY_NAME, total)));
    }

    @Get("/{user}")
    Versioned<User> get(Caller caller, String user) {
        return versioned(users.get(caller, names.id(caller, user)));
    }

    @Patch("/{user}")
    @Consumes({"application/json", "application/merge-patch+json"})
    Versioned<User> update(Caller caller, String user, @Body Partial<UserContent> patch, Expected expected) {
        return versioned(users.update(caller, names.id(caller, user), expected, patch));
    }

    @Post("/{user}/role")
    @Idempotent
    Versioned<User> changeRole(Caller caller, String user, @Body NewRole body, Expected expected) {
        return versioned(users.changeRole(caller, names.id(caller, user), expected, body.systemRole()));
    }

    @Post("/{user}/deactivate")
    @Idempotent
    Versioned<User> deactivate(Caller caller, String user, @Body @MayBeEmpty Leaving body, Expected expected) {
        OwnedProjects owned = body.archiveProjects() ? OwnedProjects.ARCHIVE : OwnedProjects.REFUSE;
        User left = users.deactivate(caller, names.id(caller, user), expected, owned);
        links.endIfOf(left.id());
        return versioned(left);
    }

    @Post("/{user}/reactivate")
    @Idempotent
    Versioned<User> reactivate(Caller caller, String user, Expected expected) {
        return versioned(users.reactivate(caller, names.id(caller, user), expected));
    }

    private static Versioned<User> versioned(User user) {
        return Versioned.of(user, user.lifecycle());
    }
}
