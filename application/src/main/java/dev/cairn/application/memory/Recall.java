package dev.cairn.application.memory;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryRepository;
import dev.cairn.domain.memory.Ranking;
import dev.cairn.domain.memory.Ranking.Ranked;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranks the memories that are relevant now, inside a transaction (R48). */
public record Recall(MemoryRepository memories) {
    /** The number of newest memories that are ranked. */
    static final int CANDIDATES_MAX = 1_000;

    private static final int TOLD_MAX = 8;

    /** Returns the memories for an agent's prompt. */
    public List<Memory> forAgent(
            Agent agent, @Nullable Conversation conversation, List<Message> messages, Instant now) {
        Id<Project> project = conversation == null ? null : conversation.projectId();
        Id<Conversation> where = conversation == null ? null : conversation.id();
        String text = messages.isEmpty() ? null : messages.getLast().content();
        return ranked(agent.id(), project, where, text, now, TOLD_MAX).stream()
                .map(Ranked::memory)
                .toList();
    }

    /** Counts an access to each of these memories, because an agent was given them. */
    public void told(List<Memory> some, Instant now) {
        memories.accessed(some.stream().map(Memory::id).toList(), now);
    }

    List<Ranked> ranked(
            @Nullable Id<Agent> agent,
            @Nullable Id<Project> project,
            @Nullable Id<Conversation> where,
            @Nullable String text,
            Instant now,
            int limit) {
        return Ranking.of(memories.findNewest(agent, project, CANDIDATES_MAX), where, text, now, limit);
    }
}
