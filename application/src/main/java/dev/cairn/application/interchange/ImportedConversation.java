package dev.cairn.application.interchange;

import dev.cairn.domain.conversation.ConversationContent;
import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A channel or chat without its messages. The importing user becomes its owner. */
public record ImportedConversation(
        ConversationKind kind,
        String title,
        @Nullable String description,
        Purpose purpose,
        boolean isDefault,
        @Nullable Instant createdAt,
        @Nullable Instant archivedAt)
        implements Imported.Carried {
    ConversationContent content() {
        return new ConversationContent(title, description);
    }
}
