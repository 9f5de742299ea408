package dev.cairn.domain.agent;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores runs. A use case finds the conversation or the agent of the caller before it calls this. */
public interface AgentRunRepository extends Listed<AgentRunRepository.Filter, AgentRun>, UsageSums {
    Sort NEWEST_FIRST = Sort.by(Sort.desc("createdAt"));

    /**
     * The filter for lists of runs, which leave out the transcripts.
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

    /** Stores all fields of a run that may change. */
    void update(AgentRun run);

    /** Stores the transcript and the usage of a run so far, while this attempt of it runs (L22). */
    void draft(AgentRun run);

    /** Answers which of these agents have a run that is running now. */
    Set<Id<Agent>> busyAmong(Collection<Id<Agent>> agents);

    /** Answers the runs of these agents that have not ended. */
    List<AgentRun> findLive(Collection<Id<Agent>> agents);

    /** Answers the usage of an agent's runs that began at this time or later. */
    Spent spentByAgent(Id<Agent> agent, Instant since);
}
