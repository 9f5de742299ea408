package dev.cairn.domain.user;

import java.util.List;
import java.util.Set;

/** The role of a user in the whole system. An admin does not see other users' content because of this role (R18). */
public enum SystemRole {
    ADMIN,
    MEMBER;

    /** Returns the scopes of a user of this role; no token of such a user has more. */
    public Set<Scope> scopes() {
        return switch (this) {
            case ADMIN -> Scope.set(List.of(Scope.values()));
            case MEMBER -> Scope.set(List.of(Scope.READ, Scope.WRITE, Scope.CLAIM));
        };
    }
}
