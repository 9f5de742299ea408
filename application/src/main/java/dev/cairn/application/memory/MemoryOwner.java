package dev.cairn.application.memory;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import org.jspecify.annotations.Nullable;

/** The owner of memories: an agent or a project; for a search also both. */
public record MemoryOwner(
        @Nullable Id<Agent> agent, @Nullable ProjectRef project) {
    /** @throws Invalid {@code subject_required} unless it names exactly one */
    public MemoryOwner requireOne() {
        if ((agent == null) == (project == null)) {
            throw Invalid.of(ErrorCode.SUBJECT_REQUIRED, "agent", "Name an agent or a project, and not both");
        }
        return this;
    }

    /** @throws Invalid {@code subject_required} when it names none */
    public MemoryOwner requireSome() {
        if (agent == null && project == null) {
            throw Invalid.of(ErrorCode.SUBJECT_REQUIRED, "agent", "Name an agent, a project, or both");
        }
        return this;
    }
}
