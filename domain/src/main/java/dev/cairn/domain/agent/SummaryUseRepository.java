package dev.cairn.domain.agent;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.List;

/** Stores the model usage of file summaries; it is deleted with the project. */
public interface SummaryUseRepository {
    void insert(SummaryUse use);

    /** Answers the usage of a project's summaries that were written at this time or later. */
    Spent spentInProject(Id<Project> project, Instant since);

    /**
     * Answers, by project, the usage of an owner's providers for summaries written from {@code since} until before
     * {@code until}.
     */
    List<UsageTotal> totalsOf(Id<User> owner, Instant since, Instant until);

    /**
     * Answers the usage of a project's summaries written from {@code since} until before {@code until}; empty when
     * there are none.
     */
    List<UsageTotal> totalsIn(Id<Project> project, Instant since, Instant until);

    /** Answers the same as {@link #totalsOf}, also by day in UTC, from the beginning of a day. */
    List<UsageTotal> daysOf(Id<User> owner, Instant since, Instant until);

    /** Answers the same as {@link #totalsIn}, also by day in UTC, from the beginning of a day. */
    List<UsageTotal> daysIn(Id<Project> project, Instant since, Instant until);
}
