package dev.cairn.application.user;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserFilter;
import dev.cairn.domain.user.UserType;
import dev.cairn.domain.user.Username;
import java.util.List;
import java.util.function.BiFunction;

/** Use cases of users: humans and the agents they answer for. Everybody sees everybody; an address is for its owner. */
public final class UserService {
    private final UnitOfWork work;
    private final PeopleStores stores;
    private final Deactivation deactivation;

    public UserService(UnitOfWork work, PeopleStores stores, Deactivation deactivation) {
        this.work = work;
        this.stores = stores;
        this.deactivation = deactivation;
    }

    public User get(Caller caller, Id<User> id) {
        return shown(caller.require(Scope.READ), stores.users().require(id));
    }

    /** Answers the id of the human with this username, with or without a leading {@code @}. */
    public Id<User> named(Caller caller, String username) {
        caller.require(Scope.READ);
        Username name = username(username.startsWith("@") ? username.substring(1) : username);
        return work.read(() -> stores.accounts()
                .find(name)
                .map(Account::userId)
                .orElseThrow(() -> NotFound.of(stores.users().kind(), name)));
    }

    private static Username username(String text) {
        try {
            return new Username(text);
        } catch (Invalid _) {
            throw Invalid.of(
                    ErrorCode.MALFORMED_ID,
                    "user",
                    "'%s' is neither a username nor an id (13 characters of 0-9 and A-Z)"
                            .formatted(Text.excerpt(text)));
        }
    }

    public Page<User> list(Caller caller, UserFilter filter, PageRequest request) {
        caller.require(Scope.READ);
        Page<User> page = work.read(() -> stores.users().page(filter, request));
        List<User> users =
                page.items().stream().map(user -> shown(caller, user)).toList();
        return new Page<>(users, page.nextCursor(), page.total());
    }

    /** Creates an agent that the caller answers for. It has no account: it gets API tokens. Conflict {@code already_deactivated}. */
    public User createAgent(Caller caller, UserContent content) {
        caller.require(Scope.WRITE).requirePerson();
        return work.write(caller, act -> {
            stores.users().requireLocked(caller.userId()).requireActive();
            User agent = stores.users().insert(User.agent(act.newId(), caller.userId(), content, act.now()));
            act.record(ActivityType.USER_CREATED, agent);
            return agent;
        });
    }

    /** Edits a user. The user, the human who answers for the agent, or an admin may; anybody else is refused by {@code admin_required}. */
    public User update(Caller caller, Id<User> id, Expected expected, Edit<UserContent> edit) {
        caller.require(Scope.WRITE).requireUnlimited();
        return change(caller, id, expected, ActivityType.USER_UPDATED, (user, act) -> {
            requireMine(caller, user);
            return user.edit(edit.of(user.content()), act.now());
        });
    }

    /**
     * Makes a user an admin or a member; only an admin may. Conflict {@code last_admin} when no other admin would
     * remain; only a human can be one.
     */
    public User changeRole(Caller caller, Id<User> id, Expected expected, SystemRole role) {
        caller.requireAdmin().requirePerson();
        return change(caller, id, expected, ActivityType.USER_ROLE_CHANGED, (user, act) -> {
            if (role == SystemRole.ADMIN && user.type() == UserType.AGENT) {
                throw new Conflict(ErrorCode.TRANSITION_REFUSED, "An agent cannot be an admin");
            }
            if (role == SystemRole.MEMBER) {
                deactivation.requireOtherAdmin(user);
            }
            return user.withRole(role, act.now());
        });
    }

    /**
     * Ends a user's sessions and tokens, deactivates the agents they answer for, gives back the work that any of them held,
     * and sees to the projects they own (R17).
     * By the user, by the human who answers for the agent, or by an admin. Conflicts: {@code last_admin},
     * {@code owns_projects}, {@code already_deactivated}.
     */
    public User deactivate(Caller caller, Id<User> id, Expected expected, OwnedProjects owned) {
        caller.requirePerson();
        return change(caller, id, expected, ActivityType.USER_DEACTIVATED, (user, act) -> {
            requireMine(caller, user);
            return deactivation.prepared(act, user, owned);
        });
    }

    /**
     * Reactivates a user with the agents that were deactivated along; sessions and tokens do not come back. An admin, or the
     * human who answers for the agent, may. Conflict {@code not_deactivated}.
     */
    public User reactivate(Caller caller, Id<User> id, Expected expected) {
        caller.requirePerson();
        return change(caller, id, expected, ActivityType.USER_REACTIVATED, (user, act) -> {
            requireMine(caller, user);
            return deactivation.undone(act, user);
        });
    }

    private User change(
            Caller caller, Id<User> id, Expected expected, ActivityType type, BiFunction<User, Act, User> change) {
        User changed = work.write(caller, act -> {
            User user = stores.users().require(id);
            expected.check(user.lifecycle());
            User wanted = change.apply(user, act);
            if (wanted.equals(user)) {
                return user;
            }
            User stored = stores.users().update(wanted);
            act.record(type, stored).changed(Difference.between(user, stored));
            return stored;
        });
        return shown(caller, changed);
    }

    private static void requireMine(Caller caller, User user) {
        if (!user.belongsTo(caller) && !caller.isAdmin()) {
            throw new Denied(ErrorCode.ADMIN_REQUIRED, "Only they themselves or an admin may do this");
        }
    }

    private static User shown(Caller caller, User user) {
        return user.belongsTo(caller) || caller.isAdmin() ? user : user.withoutEmail();
    }
}
