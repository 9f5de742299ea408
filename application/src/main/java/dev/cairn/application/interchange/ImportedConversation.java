package dev.cairn.application.interchange;

import dev.cairn.domain.conversation.ConversationKind;
import dev.cairn.domain.conversation.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation without its messages. Whoever imports it owns it. */
public record ImportedConversation(
        ConversationKind kind,
        String title,
        Purpose purpose,
        boolean isDefault,
        @Nullable Instant createdAt) implements Imported.Carried {}
