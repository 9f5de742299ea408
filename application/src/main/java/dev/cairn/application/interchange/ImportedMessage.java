package dev.cairn.application.interchange;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a file; its author is kept by name.
 *
 * @param content nothing where it was deleted
 * @param parentSeq the place of the message that it answers
 */
public record ImportedMessage(
        @Nullable String author,
        MessageRole role,
        String content,
        @Nullable Integer parentSeq,
        @Nullable String model,
        @Nullable Json usage,
        @Nullable FinishReason finishReason,
        Json metadata,
        @Nullable Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt)
        implements Imported.Carried {
    static ImportedMessage of(Message message, @Nullable Integer parentSeq) {
        Message shown = message.shown();
        return new ImportedMessage(
                shown.authorName(),
                shown.role(),
                shown.content(),
                parentSeq,
                shown.model(),
                shown.usage(),
                shown.finishReason(),
                shown.metadata(),
                shown.createdAt(),
                shown.editedAt(),
                shown.deletedAt());
    }

    Message at(Id<Message> id, Conversation conversation, @Nullable Id<Message> parent, Instant now) {
        return new Message(
                id,
                conversation.id(),
                conversation.nextSeq(),
                null,
                author,
                role,
                content,
                parent,
                null,
                model,
                usage,
                finishReason,
                metadata,
                0,
                createdAt == null ? now : createdAt,
                editedAt,
                deletedAt);
    }
}
