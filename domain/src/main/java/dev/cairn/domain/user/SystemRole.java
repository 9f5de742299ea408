package dev.cairn.domain.user;

import java.util.List;
import java.util.Set;

/** What a user is in the whole system; an admin sees no foreign content by that alone (R18). */
public enum SystemRole {
    ADMIN,
    MEMBER;

    /** The scopes of a user of this role; no token of theirs has more. */
    public Set<Scope> scopes() {
        return switch (this) {
            case ADMIN -> Scope.set(List.of(Scope.values()));
            case MEMBER -> Scope.set(List.of(Scope.READ, Scope.WRITE, Scope.CLAIM));
        };
    }
}
