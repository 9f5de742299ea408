package dev.cairn.domain.agent;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.List;

/** Adds up what a kind of answers of models, runs or summaries, has used of them. */
public interface UsageSums {
    /** Answers the usage in a project that began at this time or later. */
    Spent spentInProject(Id<Project> project, Instant since);

    /**
     * Answers, by agent and project, the usage of an owner's agents or providers that began from {@code since} until before
     * {@code until}.
     */
    List<UsageTotal> totalsOf(Id<User> owner, Instant since, Instant until);

    /** Answers, by agent, the usage in a project that began from {@code since} until before {@code until}. */
    List<UsageTotal> totalsIn(Id<Project> project, Instant since, Instant until);

    /** Answers the same as {@link #totalsOf}, also by day in UTC, from the beginning of a day. */
    List<UsageTotal> daysOf(Id<User> owner, Instant since, Instant until);

    /** Answers the same as {@link #totalsIn}, also by day in UTC, from the beginning of a day. */
    List<UsageTotal> daysIn(Id<Project> project, Instant since, Instant until);
}
