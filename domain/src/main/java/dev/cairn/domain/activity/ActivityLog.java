package dev.cairn.domain.activity;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.GuardedList;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The append-only log; what an entry says happened never changes, but old ones may go. What happened in a conversation is seen by its readers,
 * what happened elsewhere in a project by its members, and what happened in none of both by who did it.
 */
public interface ActivityLog extends GuardedList<ActivityFilter, Activity> {
    Set<String> SORTS = Set.of("seq");
    Sort NEWEST_FIRST = Sort.by(Sort.desc("seq"));

    /** Writes the entries of one use case, inside its transaction, with growing numbers. */
    void append(Caller actor, Instant at, List<NewActivity> entries);

    /**
     * Answers what happened after this number, in the order of the log, {@code limit} at most, and nothing behind an
     * entry with a smaller number that may still be stored. Who goes on after the last sees each entry once (E1).
     */
    List<Activity> after(Access access, ActivityFilter filter, long seq, int limit);

    /** Answers the entries after this number as {@link #after} does, for all readers; the caller checks who may see them (E3). */
    List<Event> events(long seq, int limit);

    /** Answers the state of the log by one query. */
    LogState state();

    /**
     * Removes what the entries of a project quote of its contents, titles and names included. That something happened
     * stays. The purge of the project calls this.
     */
    void forgetProject(Id<Project> project);

    /**
     * Removes what the entries of one thing quote of its contents, of a ticket also those of its tasks and comments.
     * The purge of the thing calls this, and a deletion that nothing takes back.
     */
    void forgetSubject(Id<?> subject);

    /** Removes what the entries of a conversation quote of it and of its messages. The purge of the conversation calls this. */
    void forgetConversation(Id<?> conversation);

    /**
     * Removes entries from before this moment among the {@code limit} oldest, never the newest of all, so that no
     * number is given out again.
     *
     * @return how many were removed
     */
    int deleteOldest(Instant before, int limit);
}
