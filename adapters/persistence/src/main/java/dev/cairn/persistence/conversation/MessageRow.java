package dev.cairn.persistence.conversation;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.user.User;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code messages}. */
@MappedEntity("messages")
@Index(name = "messages_seq", on = "conversation_id, seq", unique = true)
record MessageRow(
        @Id long id,

        @References(value = Conversation.class, onDelete = OnDelete.CASCADE)
        long conversationId,

        @Range(min = 1) int seq,

        @References(value = User.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long authorId,

        @Length(min = 1, max = User.NAME_MAX) @Nullable String authorName,

        MessageRole role,
        @Length(min = 1, max = Message.CONTENT_MAX) String content,
        Instant createdAt) {}
