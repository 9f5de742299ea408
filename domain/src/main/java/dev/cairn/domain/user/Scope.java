package dev.cairn.domain.user;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A permission of a caller's credential (R18). */
public enum Scope {
    /** To see what the user may see. */
    READ,
    /** To change what the user may change. */
    WRITE,
    /** To claim work from queues and to report on it. */
    CLAIM,
    /** To administer users and settings, if the user is an admin. */
    ADMIN;

    /** Answers the scopes in the order of declaration, unmodifiable. */
    public static Set<Scope> set(Collection<Scope> scopes) {
        EnumSet<Scope> set = EnumSet.noneOf(Scope.class);
        set.addAll(scopes);
        return Collections.unmodifiableSet(set);
    }
}
