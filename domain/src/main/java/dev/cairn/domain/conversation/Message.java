package dev.cairn.domain.conversation;

import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a conversation.
 *
 * @param seq its place in the conversation (R37)
 * @param authorId the author; null for messages of the system, and once the author is gone
 * @param authorName the author's name at the time of writing; null for messages of the system
 * @param content nothing where a deleted one is {@link #shown}
 * @param parentId the message of the same conversation that it answers
 * @param runId the run of an agent that said it, at most one message each
 * @param model the model that said it
 * @param usage the tokens of the answer, as the provider counted them
 * @param metadata a JSON object
 */
@RecordBuilder
public record Message(
        Id<Message> id,
        Id<Conversation> conversationId,
        int seq,
        @Nullable Id<User> authorId,
        @Nullable String authorName,
        MessageRole role,
        String content,
        @Nullable Id<Message> parentId,
        @Nullable Id<?> runId,
        @Nullable String model,
        @Nullable Json usage,
        @Nullable FinishReason finishReason,
        Json metadata,
        long version,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt)
        implements MessageBuilder.With {
    public static final int CONTENT_MAX = 100_000;
    public static final int MODEL_MAX = 200;
    /** The most characters of metadata, bounded because lists show it. */
    public static final int METADATA_MAX = 20_000;

    public Message {
        authorName = Text.optional("author", authorName, User.NAME_MAX);
        content = Text.of("content", content, deletedAt == null ? 1 : 0, CONTENT_MAX);
        model = Text.optional("model", model, MODEL_MAX);
        metadata = checked(metadata);
    }

    /** @throws Invalid {@code format} for what is no object, {@code length} for a long one */
    public static Json checked(Json metadata) {
        if (!metadata.isObject()) {
            throw Invalid.of(ErrorCode.FORMAT, "metadata", "metadata must be a JSON object");
        }
        Text.exact("metadata", metadata.text(), 1, METADATA_MAX);
        return metadata;
    }

    /** Makes the next message of a conversation, with the system as its author. */
    public static Message system(Id<Message> id, Conversation conversation, String content, Instant now) {
        return next(id, conversation, null, null, MessageRole.SYSTEM, content, now);
    }

    /** Makes the next message of a conversation. */
    public static Message said(Id<Message> id, Conversation conversation, Caller author, String content, Instant now) {
        return next(id, conversation, author.userId(), author.name(), MessageRole.USER, content, now);
    }

    private static Message next(
            Id<Message> id,
            Conversation conversation,
            @Nullable Id<User> author,
            @Nullable String name,
            MessageRole role,
            String content,
            Instant now) {
        return new Message(
                id,
                conversation.id(),
                conversation.nextSeq(),
                author,
                name,
                role,
                content,
                null,
                null,
                null,
                null,
                null,
                Json.EMPTY_OBJECT,
                0,
                now,
                null,
                null);
    }

    /** Returns the lifecycle for ETags and the log; a message is never archived. */
    public Lifecycle lifecycle() {
        return new Lifecycle(version, createdAt, editedAt == null ? createdAt : editedAt, null, deletedAt, null);
    }

    /** Returns the message as readers see it: a deleted one keeps its place without content. */
    public Message shown() {
        return deletedAt == null ? this : withContent("").withMetadata(Json.EMPTY_OBJECT);
    }

    /**
     * Edits the message; answers itself when nothing changes. Id and seq stay (R37).
     *
     * @throws Denied {@code not_author}
     */
    public Message edit(Caller caller, String edited, Instant now) {
        if (!caller.userId().equals(authorId)) {
            throw new Denied(ErrorCode.NOT_AUTHOR, "Only its author edits a message");
        }
        Message changed = withContent(edited);
        return changed.content().equals(content) ? this : changed.withEditedAt(now);
    }

    /**
     * Deletes the message; its place in the conversation stays.
     *
     * @param keeper the owner of the project, or of a personal chat
     * @throws Denied {@code not_author} for anybody but its author and the keeper
     */
    public Message delete(Caller caller, @Nullable Id<User> keeper, Instant now) {
        if (!caller.userId().equals(authorId) && !caller.userId().equals(keeper)) {
            throw new Denied(ErrorCode.NOT_AUTHOR, "Only its author or the project's owner deletes a message");
        }
        return withDeletedAt(now);
    }

    /** Makes a copy of the message at the same place in another conversation (R42); a deleted one becomes an empty place. */
    public Message copied(Id<Message> copy, Id<Conversation> to, @Nullable Id<Message> parent) {
        return shown().with(next ->
                next.id(copy).conversationId(to).parentId(parent).runId(null).version(0));
    }
}
