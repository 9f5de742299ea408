package dev.cairn.domain.agent;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;

/**
 * A user of type agent that answers with a language model. Whether it is active its user says, so that the two cannot disagree (R17).
 *
 * @param id of its user, too
 * @param ownerId the human responsible for the agent
 */
@RecordBuilder
public record Agent(Id<Agent> id, Id<User> ownerId, AgentContent content, Lifecycle lifecycle)
        implements AgentBuilder.With, Root<AgentContent> {
    /** The most agents of one owner. */
    public static final int PER_OWNER_MAX = 200;

    public static Agent of(User user, AgentContent content, Instant now) {
        return new Agent(new Id<>(user.id().value()), user.responsible(), content, Lifecycle.startingAt(now));
    }

    public static Id<Agent> id(Id<User> user) {
        return new Id<>(user.value());
    }

    public Id<User> userId() {
        return new Id<>(id.value());
    }

    /** Answers the agent with the edited content, and itself when nothing changes. */
    public Agent edit(AgentContent edited, Instant now) {
        return edited.equals(content) ? this : withContent(edited).touched(now);
    }

    /** Returns the agent after a field changed that its user stores. */
    public Agent touched(Instant now) {
        return withLifecycle(lifecycle.touch(now));
    }

    public Agent delete(Deletion deletion) {
        return withLifecycle(lifecycle.delete(deletion));
    }

    @Override
    public Map<String, Object> label() {
        return Map.of("role", content.role());
    }
}
