package dev.cairn.domain.activity;

import dev.cairn.domain.access.GuardedList;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The append-only log; there is no way to change an entry. What happened in a project is seen by its members, what
 * happened in none by who did it.
 */
public interface ActivityLog extends GuardedList<ActivityFilter, Activity> {
    Set<String> SORTS = Set.of("seq");
    Sort NEWEST_FIRST = Sort.by(Sort.desc("seq"));

    /** Writes the entries of one use case, inside its transaction, with consecutive numbers. */
    void append(Caller actor, Instant at, List<NewActivity> entries);
}
