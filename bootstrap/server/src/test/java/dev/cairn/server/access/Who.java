package dev.cairn.server.access;

import dev.cairn.domain.access.Right;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.SystemRole;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The callers of the matrix, by what they are in the project that is theirs, and what they may use that for. */
enum Who {
    OWNER(Role.OWNER),
    EDITOR(Role.EDITOR),
    VIEWER(Role.VIEWER),
    STRANGER(null),
    /** A program of the owner's. */
    READER_TOKEN(Role.OWNER, Scope.READ),
    /** The same. */
    CLAIM_TOKEN(Role.OWNER, Scope.CLAIM),
    /** The same, with all scopes, for another project of the owner's. */
    OTHER_PROJECT_TOKEN(null);

    /** Those who show who they are themselves. */
    static final List<Who> PEOPLE = List.of(OWNER, EDITOR, VIEWER, STRANGER);

    private final @Nullable Role role;
    private final @Nullable Scope only;

    Who(@Nullable Role role) {
        this(role, null);
    }

    Who(@Nullable Role role, @Nullable Scope only) {
        this.role = role;
        this.only = only;
    }

    @Nullable
    Role role() {
        return role;
    }

    Set<Scope> scopes() {
        return only == null ? SystemRole.MEMBER.scopes() : Set.of(only);
    }

    boolean hasScope(Right right) {
        return scopes().contains(Permissions.scope(right));
    }

    boolean has(Right right) {
        return role != null && role.includes(right.role()) && hasScope(right);
    }

    /** 403 for whose key is not for that, 404 for who is no member (R6), 403 for who may not (R18). */
    int expect(Right right, int allowed) {
        if (role == null) {
            return expectHidden(right);
        }
        return has(right) ? allowed : 403;
    }

    /** The answer about what there is not, or not for this one: it says nothing of what there is. */
    int expectHidden(Right right) {
        return hasScope(right) ? 404 : 403;
    }
}
