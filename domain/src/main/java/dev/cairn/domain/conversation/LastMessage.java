package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last message of a conversation that is not deleted, and its author (R41).
 *
 * @param content its first {@value #CONTENT_MAX} characters
 */
public record LastMessage(
        Id<Message> id,
        int seq,
        @Nullable Id<User> authorId,
        @Nullable String authorName,
        MessageRole role,
        String content,
        Instant createdAt) {
    public static final int CONTENT_MAX = 200;
}
