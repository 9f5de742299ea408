package dev.cairn.domain.agent;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores runs. A use case finds the conversation or the agent of the caller before it calls this. */
public interface AgentRunRepository extends Listed<AgentRunRepository.Filter, AgentRun> {
    Sort NEWEST_FIRST = Sort.by(Sort.desc("createdAt"));

    /**
     * Which runs a list shows; their transcripts are left out.
     *
     * @param ownerId runs of agents for whom this human answers; null for those of anybody
     */
    record Filter(
            @Nullable Id<Conversation> conversationId,
            @Nullable Id<Agent> agentId,
            @Nullable Id<User> ownerId,
            List<RunStatus> statuses) {}

    Optional<AgentRun> find(Id<AgentRun> id);

    default AgentRun require(Id<AgentRun> id) {
        return find(id).orElseThrow(() -> NotFound.of("run", id));
    }

    void insert(AgentRun run);

    /** Stores all that may change of a run. */
    void update(AgentRun run);

    /** Stores what is known so far of what happens in a run, and what that took, while this attempt of it runs (L22). */
    void draft(AgentRun run);

    /** Answers which of these agents answer somebody now. */
    Set<Id<Agent>> busyAmong(Collection<Id<Agent>> agents);

    /** Answers the runs of these agents that have not ended. */
    List<AgentRun> findLive(Collection<Id<Agent>> agents);

    /** What the runs of an agent took that began at this time or later. */
    Spent spentByAgent(Id<Agent> agent, Instant since);

    /** What the runs in a project took that began at this time or later. */
    Spent spentInProject(Id<Project> project, Instant since);

    /** Answers what the runs of an owner's agents took that began from one time until before another, by agent and project. */
    List<UsageTotal> totalsOf(Id<User> owner, Instant since, Instant until);

    /** Answers what the runs in a project took that began from one time until before another, by agent. */
    List<UsageTotal> totalsIn(Id<Project> project, Instant since, Instant until);

    /** As {@link #totalsOf}, by day too, from the beginning of one. */
    List<UsageTotal> daysOf(Id<User> owner, Instant since, Instant until);

    /** As {@link #totalsIn}, by day too, from the beginning of one. */
    List<UsageTotal> daysIn(Id<Project> project, Instant since, Instant until);
}
