package dev.cairn.application.agent;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.agent.AgentRunRepository;
import dev.cairn.domain.agent.SummaryUseRepository;
import dev.cairn.domain.agent.UsageTotal;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Use cases of model usage by agents' answers and file summaries: a caller sees the usage of own agents and providers,
 * and that in projects that the caller may read (T5).
 */
public final class UsageService {
    /** The default number of days. */
    public static final int DAYS = 14;

    public static final int DAYS_MAX = 366;

    private final UnitOfWork work;
    private final AgentRunRepository runs;
    private final SummaryUseRepository summaries;
    private final ProjectRepository projects;

    public UsageService(
            UnitOfWork work, AgentRunRepository runs, SummaryUseRepository summaries, ProjectRepository projects) {
        this.work = work;
        this.runs = runs;
        this.summaries = summaries;
        this.projects = projects;
    }

    /**
     * Adds up the runs that began in a time, by agent and project, and then the summaries that were written in it, by project.
     *
     * @param project all agents in it; null for the caller's own, wherever they answered
     * @param since null for the beginning of today (UTC)
     * @param until before which they began; null for now
     * @throws Invalid {@code range} for a time that is none of ours, or more than {@value UsageTotal#ASKED_MAX} sums
     */
    public List<UsageTotal> totals(
            Caller caller, @Nullable ProjectRef project, @Nullable Instant since, @Nullable Instant until) {
        Access access = Access.read(caller);
        Instant begin = Times.checked("since", since);
        Instant end = Times.checked("until", until);
        if (project == null) {
            caller.requireUnlimited();
        }
        return work.read(() -> {
            Instant from = begin == null ? work.now().truncatedTo(ChronoUnit.DAYS) : begin;
            Instant to = end == null ? work.now().plusMillis(1) : end;
            if (project == null) {
                return all(runs.totalsOf(caller.userId(), from, to), summaries.totalsOf(caller.userId(), from, to));
            }
            Id<Project> id = projects.require(access, project).id();
            return all(runs.totalsIn(id, from, to), summaries.totalsIn(id, from, to));
        });
    }

    /**
     * Adds them up as {@link #totals} does, and by day (UTC).
     *
     * @param since in the first of the days; null for the last {@value #DAYS}
     * @throws Invalid {@code range} for a time that is none of ours, more than {@value #DAYS_MAX} days, or more than {@value UsageTotal#ASKED_MAX} sums
     */
    public List<UsageTotal> days(
            Caller caller, @Nullable ProjectRef project, @Nullable Instant since, @Nullable Instant until) {
        Access access = Access.read(caller);
        Instant begin = Times.checked("since", since);
        Instant end = Times.checked("until", until);
        if (project == null) {
            caller.requireUnlimited();
        }
        return work.read(() -> {
            Instant to = end == null ? work.now().plusMillis(1) : end;
            Instant from = begin == null ? to.minus(DAYS - 1L, ChronoUnit.DAYS) : begin;
            Instant midnight = from.truncatedTo(ChronoUnit.DAYS);
            if (midnight.plus(DAYS_MAX, ChronoUnit.DAYS).isBefore(to)) {
                throw Invalid.of(ErrorCode.RANGE, "since", "At most %d days are answered".formatted(DAYS_MAX));
            }
            if (project == null) {
                return all(runs.daysOf(caller.userId(), midnight, to), summaries.daysOf(caller.userId(), midnight, to));
            }
            Id<Project> id = projects.require(access, project).id();
            return all(runs.daysIn(id, midnight, to), summaries.daysIn(id, midnight, to));
        });
    }

    private static List<UsageTotal> all(List<UsageTotal> runs, List<UsageTotal> summaries) {
        if (runs.size() > UsageTotal.ASKED_MAX || summaries.size() > UsageTotal.ASKED_MAX) {
            throw Invalid.of(
                    ErrorCode.RANGE,
                    "since",
                    "These are more than %d sums: ask for one project, or a shorter time"
                            .formatted(UsageTotal.ASKED_MAX));
        }
        return Stream.concat(runs.stream(), summaries.stream()).toList();
    }
}
