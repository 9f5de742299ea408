package dev.cairn.application.agent;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.agent.AgentRunRepository;
import dev.cairn.domain.agent.UsageTotal;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What answers of agents took: whoever answers for agents sees it of theirs, whoever reads a project of those in it (T5). */
public final class UsageService {
    private final UnitOfWork work;
    private final AgentRunRepository runs;
    private final ProjectRepository projects;

    public UsageService(UnitOfWork work, AgentRunRepository runs, ProjectRepository projects) {
        this.work = work;
        this.runs = runs;
        this.projects = projects;
    }

    /**
     * Adds up the runs that began in a time, by agent and project.
     *
     * @param project all agents in it; null for the caller's own, wherever they answered
     * @param since null for the beginning of today (UTC)
     * @param until before which they began; null for now
     * @throws Invalid {@code range} for a time that is none of ours
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
            return project == null
                    ? runs.totalsOf(caller.userId(), from, to)
                    : runs.totalsIn(projects.require(access, project).id(), from, to);
        });
    }
}
