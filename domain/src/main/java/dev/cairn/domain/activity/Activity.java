package dev.cairn.domain.activity;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.SubjectName;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the activity log (R8).
 *
 * @param seq grows with every entry; clients resume from it
 * @param type {@code entity.verb}: {@code ticket.created}
 * @param actorName the name at the time of the entry, also after the actor is gone
 * @param conversationId the conversation in which it happened, whose readers see it; null outside of all
 * @param version the subject's version after the change, where it has one
 * @param before a JSON object of the changed fields with their old values; null unless the entry is of an update
 * @param after the same fields with their new values
 * @param data a JSON object with facts of the change
 * @param about the current name of the ticket, the task, or a queue item's subject; null for all others, and after a purge
 */
public record Activity(
        long seq,
        String type,
        @Nullable Id<User> actorId,
        String actorName,
        @Nullable Id<Project> projectId,
        @Nullable Id<Conversation> conversationId,
        String subjectType,
        Id<?> subjectId,
        @Nullable Long version,
        @Nullable Json before,
        @Nullable Json after,
        Json data,
        @Nullable SubjectName about,
        Instant at) {}
