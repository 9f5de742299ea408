package dev.cairn.domain.memory;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import dev.cairn.domain.project.Project;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A memory of an agent or of a project, never of both (R48).
 *
 * @param conversationId in which it was learned
 * @param accessCount how often it was read; no change of the memory
 */
@RecordBuilder
public record Memory(
        Id<Memory> id,
        @Nullable Id<Agent> agentId,
        @Nullable Id<Project> projectId,
        @Nullable Id<Conversation> conversationId,
        MemoryContent content,
        int accessCount,
        @Nullable Instant lastAccessedAt,
        Lifecycle lifecycle)
        implements MemoryBuilder.With, Root<MemoryContent> {
    private static final int LABEL_MAX = 80;

    public Memory {
        if ((agentId == null) == (projectId == null)) {
            throw new IllegalArgumentException("A memory is of an agent or of a project");
        }
    }

    public static Memory ofAgent(
            Id<Memory> id, Id<Agent> agent, @Nullable Id<Conversation> where, MemoryContent content, Instant now) {
        return new Memory(id, agent, null, where, content, 0, null, Lifecycle.startingAt(now));
    }

    public static Memory ofProject(
            Id<Memory> id, Id<Project> project, @Nullable Id<Conversation> where, MemoryContent content, Instant now) {
        return new Memory(id, null, project, where, content, 0, null, Lifecycle.startingAt(now));
    }

    /** Answers the memory with the edited content, and itself when nothing changes. */
    public Memory edit(MemoryContent edited, Instant now) {
        return edited.equals(content) ? this : withContent(edited).withLifecycle(lifecycle.touch(now));
    }

    public Memory archive(Instant now) {
        return withLifecycle(lifecycle.archive(now));
    }

    public Memory delete(Deletion deletion) {
        return withLifecycle(lifecycle.delete(deletion));
    }

    /** Returns the summary, or the content without one, which agents are given. */
    public String shortly() {
        return content.summary() == null ? content.content() : content.summary();
    }

    @Override
    public Map<String, Object> label() {
        String text = shortly();
        int end = text.offsetByCodePoints(0, Math.min(LABEL_MAX, text.codePointCount(0, text.length())));
        return Map.of("title", text.substring(0, end));
    }
}
