package dev.cairn.application.user;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.ApiTokenRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenKind;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Use cases of API tokens: keys for programs, of the caller or of an agent they answer for. */
public final class ApiTokenService {
    private final UnitOfWork work;
    private final PeopleStores stores;
    private final ProjectRepository projects;
    private final Secrets secrets;

    public ApiTokenService(UnitOfWork work, PeopleStores stores, ProjectRepository projects, Secrets secrets) {
        this.work = work;
        this.stores = stores;
        this.projects = projects;
        this.secrets = secrets;
    }

    /**
     * Makes a token and shows it once (R16). Denied: {@code scope_exceeded} for more than its user may (R18),
     * {@code not_yours} for a project or an agent that is not the caller's. Conflict {@code at_limit} beyond
     * {@value ApiToken#COUNT_MAX}.
     */
    public IssuedToken create(Caller caller, NewToken command) {
        caller.require(Scope.READ).requirePerson();
        Token token = secrets.tokens().next(TokenKind.API);
        return work.write(caller, act -> {
            User user = holder(caller, command.user());
            ApiToken made = new ApiToken(
                    act.newId(),
                    user.id(),
                    limit(caller, command.project()),
                    command.name(),
                    command.scopes(),
                    token.prefix(),
                    token.hash(),
                    act.now(),
                    future(command.expiresAt(), act.now()),
                    null,
                    null);
            requireWithin(user, made);
            stores.tokens().insert(made);
            act.record(ActivityType.TOKEN_CREATED, null, made.id())
                    .with("name", made.name())
                    .with("prefix", made.prefix())
                    .with("user", user.name());
            return new IssuedToken(made, token);
        });
    }

    /** Answers the tokens of the caller and the caller's agents, or of one project for its owner, without revoked ones. */
    public Page<ApiToken> list(Caller caller, @Nullable ProjectRef project, PageRequest request) {
        caller.require(Scope.READ).requirePerson();
        return work.read(() -> stores.tokens()
                .page(
                        project == null
                                ? new ApiTokenRepository.Filter(caller.userId(), null)
                                : new ApiTokenRepository.Filter(null, limit(caller, project)),
                        request));
    }

    /** Answers a token that {@link #list} could show, also a revoked one. */
    public ApiToken get(Caller caller, Id<ApiToken> id) {
        return visible(caller.require(Scope.READ).requirePerson(), id);
    }

    /**
     * Revokes a token. Its holder, the human responsible for an agent, the owner of its project, and an admin may.
     * Repeating does nothing.
     */
    public void revoke(Caller caller, Id<ApiToken> id) {
        caller.requirePerson();
        work.write(caller, act -> {
            ApiToken token = visible(caller, id);
            if (stores.tokens().revoke(id, act.now())) {
                act.record(ActivityType.TOKEN_REVOKED, null, id).with("name", token.name());
            }
            return id;
        });
    }

    private ApiToken visible(Caller caller, Id<ApiToken> id) {
        ApiTokenRepository tokens = stores.tokens();
        return (caller.isAdmin() ? tokens.find(id) : tokens.find(caller.userId(), id))
                .orElseThrow(() -> NotFound.of("token", id));
    }

    private User holder(Caller caller, @Nullable Id<User> asked) {
        Id<User> id = asked == null ? caller.userId() : asked;
        User user = stores.users().requireLocked(id);
        if (!user.belongsTo(caller)) {
            throw new Denied(ErrorCode.NOT_YOURS, "Tokens are for yourself and for agents you answer for");
        }
        user.requireActive();
        if (stores.tokens().count(id) >= ApiToken.COUNT_MAX) {
            throw new Conflict(
                    ErrorCode.AT_LIMIT,
                    "%s has %d tokens: revoke one first".formatted(user.name(), ApiToken.COUNT_MAX),
                    Map.of("limit", ApiToken.COUNT_MAX));
        }
        return user;
    }

    private @Nullable Id<Project> limit(Caller caller, @Nullable ProjectRef ref) {
        if (ref == null) {
            return null;
        }
        return projects.require(Access.manage(caller), ref).id();
    }

    private static void requireWithin(User user, ApiToken token) {
        if (!user.systemRole().scopes().containsAll(token.scopes())) {
            throw new Denied(ErrorCode.SCOPE_EXCEEDED, "A token cannot do more than %s may do".formatted(user.name()));
        }
    }

    private static @Nullable Instant future(@Nullable Instant asked, Instant now) {
        Instant at = Times.checked("expiresAt", asked);
        if (at != null && !at.isAfter(now)) {
            throw Invalid.of(ErrorCode.RANGE, "expiresAt", "expiresAt must be in the future");
        }
        return at;
    }
}
