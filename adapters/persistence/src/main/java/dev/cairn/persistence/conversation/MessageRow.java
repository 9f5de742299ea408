package dev.cairn.persistence.conversation;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.conversation.FinishReason;
import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.conversation.MessageRole;
import dev.cairn.domain.user.User;
import dev.cairn.schema.Default;
import dev.cairn.schema.FullText;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code messages}. The live ones stand in an index of their own, by which they are counted
 * without a look at any text.
 */
@MappedEntity("messages")
@Index(name = "messages_seq", on = "conversation_id, seq", unique = true)
@Index(name = "messages_live", on = "conversation_id, seq, author_id, deleted_at", where = "deleted_at IS NULL")
@Index(name = "messages_run", on = "run_id", unique = true, where = "run_id IS NOT NULL")
@FullText(kind = "message", body = "content", beside = "search_beside", through = "conversation_id")
record MessageRow(
        @Id long id,

        @References(value = Conversation.class, onDelete = OnDelete.CASCADE)
        long conversationId,

        @Range(min = 1) int seq,

        @References(value = User.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long authorId,

        @Length(min = 1, max = User.NAME_MAX) @Nullable String authorName,

        MessageRole role,
        @Length(max = Message.CONTENT_MAX) String content,

        @References(value = Message.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long parentId,

        @Nullable Long runId,
        @Length(min = 1, max = Message.MODEL_MAX) @Nullable String model,
        @Json @Nullable String usage,
        @Nullable FinishReason finishReason,
        @Json @Default("'{}'") String metadata,
        @Default("0") @Version long version,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable String searchBeside) {}
