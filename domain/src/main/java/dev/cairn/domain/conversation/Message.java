package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a conversation.
 *
 * @param seq its place in the conversation (R37)
 * @param authorId null for what the system says, and once the author is gone
 * @param authorName kept as it was when written; null for what the system says
 */
public record Message(
        Id<Message> id,
        Id<Conversation> conversationId,
        int seq,
        @Nullable Id<User> authorId,
        @Nullable String authorName,
        MessageRole role,
        String content,
        Instant createdAt) {
    public static final int CONTENT_MAX = 100_000;

    public Message {
        authorName = Text.optional("author", authorName, User.NAME_MAX);
        content = Text.of("content", content, 1, CONTENT_MAX);
    }

    /** Makes the next message of a conversation, said by the system. */
    public static Message system(Id<Message> id, Conversation conversation, String content, Instant now) {
        return new Message(id, conversation.id(), conversation.nextSeq(), null, null, MessageRole.SYSTEM, content, now);
    }
}
