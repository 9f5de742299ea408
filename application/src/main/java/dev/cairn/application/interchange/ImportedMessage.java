package dev.cairn.application.interchange;

import dev.cairn.domain.conversation.MessageRole;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that was said; authors are kept by name. */
public record ImportedMessage(
        @Nullable String author,
        MessageRole role,
        String content,
        @Nullable Instant createdAt) implements Imported.Carried {}
