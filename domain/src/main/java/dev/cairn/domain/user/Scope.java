package dev.cairn.domain.user;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A permission of a caller's credential (R18). */
public enum Scope {
    /** See what its user may see. */
    READ,
    /** Change what its user may change. */
    WRITE,
    /** Take work from queues and report on it. */
    CLAIM,
    /** Administer users and settings, where its user is an admin. */
    ADMIN;

    /** Answers the scopes in the order of declaration, unmodifiable. */
    public static Set<Scope> set(Collection<Scope> scopes) {
        EnumSet<Scope> set = EnumSet.noneOf(Scope.class);
        set.addAll(scopes);
        return Collections.unmodifiableSet(set);
    }
}
