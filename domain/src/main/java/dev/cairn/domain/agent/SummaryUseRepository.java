package dev.cairn.domain.agent;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.List;

/** Stores what summaries took; they go with their project. */
public interface SummaryUseRepository {
    void insert(SummaryUse use);

    /** What those in a project took that were written at this time or later. */
    Spent spentInProject(Id<Project> project, Instant since);

    /** Answers what an owner's providers took for those that were written from one time until before another, by project. */
    List<UsageTotal> totalsOf(Id<User> owner, Instant since, Instant until);

    /** Answers what those in a project took that were written from one time until before another; nothing when there are none. */
    List<UsageTotal> totalsIn(Id<Project> project, Instant since, Instant until);

    /** As {@link #totalsOf}, by day too, from the beginning of one. */
    List<UsageTotal> daysOf(Id<User> owner, Instant since, Instant until);

    /** As {@link #totalsIn}, by day too, from the beginning of one. */
    List<UsageTotal> daysIn(Id<Project> project, Instant since, Instant until);
}
