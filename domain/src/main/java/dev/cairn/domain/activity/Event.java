package dev.cairn.domain.activity;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A log entry as followers get it (E1): the thing to read anew, without its contents.
 *
 * @param type {@code entity.verb}: {@code ticket.updated}
 * @param entity {@code ticket} of {@code ticket.updated}
 * @param id of the thing
 * @param version the thing's version after the change, where it has one
 * @param actor the acting user; null for Cairn itself
 * @param project the project in which it happened; null outside of all
 * @param conversation the conversation in which it happened; null outside of all
 */
public record Event(
        long seq,
        String type,
        String entity,
        Id<?> id,
        @Nullable Long version,
        @Nullable Id<User> actor,
        @Nullable Id<Project> project,
        @Nullable Id<Conversation> conversation,
        Instant at) {
    public static Event of(Activity entry) {
        return new Event(
                entry.seq(),
                entry.type(),
                entry.subjectType(),
                entry.subjectId(),
                entry.version(),
                entry.actorId(),
                entry.projectId(),
                entry.conversationId(),
                entry.at());
    }
}
