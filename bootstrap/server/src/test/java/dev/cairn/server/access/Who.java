package dev.cairn.server.access;

import dev.cairn.domain.access.Right;
import dev.cairn.domain.access.Role;
import org.jspecify.annotations.Nullable;

/** The callers of the matrix, by what they are in the project that is theirs. */
enum Who {
    OWNER(Role.OWNER),
    EDITOR(Role.EDITOR),
    VIEWER(Role.VIEWER),
    STRANGER(null);

    private final @Nullable Role role;

    Who(@Nullable Role role) {
        this.role = role;
    }

    @Nullable
    Role role() {
        return role;
    }

    boolean has(Right right) {
        return role != null && role.includes(right.role());
    }

    /** 404 for who is no member (R6), 403 for who may not (R18). */
    int expect(Right right, int allowed) {
        if (role == null) {
            return 404;
        }
        return has(right) ? allowed : 403;
    }
}
