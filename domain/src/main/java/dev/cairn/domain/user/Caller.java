package dev.cairn.domain.user;

import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a use case runs (R6). In local single-user mode it is the built-in owner.
 *
 * @param scopes the scopes of the credential, which bound what the caller may do (R18)
 * @param projectId the only project it reaches, if there is such a limit
 */
public record Caller(
        Id<User> userId,
        String name,
        SystemRole systemRole,
        Set<Scope> scopes,
        @Nullable Id<?> projectId,
        Credential credential) {
    private static final Caller ANONYMOUS =
            new Caller(new Id<>(0), "anonymous", SystemRole.MEMBER, Set.of(), null, new Credential.None());

    private static final Caller SYSTEM =
            new Caller(new Id<>(0), "system", SystemRole.MEMBER, Set.of(), null, new Credential.Itself());

    public Caller {
        scopes = Scope.set(scopes);
    }

    /** Makes the caller for a user in the same process, who may do whatever their role allows. */
    public static Caller of(User user) {
        return of(user, new Credential.Local());
    }

    public static Caller of(User user, Session session) {
        return of(user, new Credential.OfSession(session.id()));
    }

    /** Makes the caller for a token: what it allows, but never more than its user may do now. */
    public static Caller of(User user, ApiToken token) {
        List<Scope> both = token.scopes().stream()
                .filter(user.systemRole().scopes()::contains)
                .toList();
        return new Caller(
                user.id(),
                user.name(),
                user.systemRole(),
                Scope.set(both),
                token.projectId(),
                new Credential.OfToken(token.id()));
    }

    private static Caller of(User user, Credential credential) {
        return new Caller(
                user.id(), user.name(), user.systemRole(), user.systemRole().scopes(), null, credential);
    }

    /** Returns the caller without an identity, who may only register and log in. */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /**
     * Makes the caller for Cairn itself, which takes expired leases back and forgets what is old without being asked. It
     * reaches nothing by its name.
     */
    public static Caller system() {
        return SYSTEM;
    }

    /** Returns the user that the log names as actor; null for Cairn itself, which is no user. */
    public @Nullable Id<User> actorId() {
        return credential instanceof Credential.Itself ? null : userId;
    }

    /** Whether the caller administers users and settings; as these are in no project, a token limited to one does not. */
    public boolean isAdmin() {
        return systemRole == SystemRole.ADMIN && scopes.contains(Scope.ADMIN) && projectId == null;
    }

    /** @throws Denied {@code scope_required} */
    public Caller require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw new Denied(ErrorCode.SCOPE_REQUIRED, "This needs the scope '%s'".formatted(Wire.of(scope)));
        }
        return this;
    }

    /**
     * Checks that the caller is limited to no project: a project's token reaches that project only (R18).
     *
     * @throws Denied {@code scope_required}
     */
    public Caller requireUnlimited() {
        if (projectId != null) {
            throw new Denied(ErrorCode.SCOPE_REQUIRED, "This token reaches one project only");
        }
        return this;
    }

    /** @throws Denied {@code scope_required} when it is limited to a project, else {@code admin_required} */
    public Caller requireAdmin() {
        requireUnlimited();
        if (!isAdmin()) {
            throw new Denied(ErrorCode.ADMIN_REQUIRED, "Only an admin may do this");
        }
        return this;
    }

    /**
     * Checks that the caller is no program: a key for programs does not manage passwords, sessions and keys, so that whoever
     * steals one gets no other.
     *
     * @throws Denied {@code session_required}
     */
    public Caller requirePerson() {
        if (!isPerson()) {
            throw new Denied(ErrorCode.SESSION_REQUIRED, "Log in to do this: an API token is not enough");
        }
        return this;
    }

    /** Whether the caller has a login session or is the local owner, and so is no program with a token. */
    public boolean isPerson() {
        return switch (credential) {
            case Credential.Local _, Credential.OfSession _ -> true;
            case Credential.OfToken _, Credential.Itself _, Credential.None _ -> false;
        };
    }

    /** Answers the session that the caller came with, if any. */
    public @Nullable Id<Session> sessionId() {
        return credential instanceof Credential.OfSession(Id<Session> id) ? id : null;
    }
}
