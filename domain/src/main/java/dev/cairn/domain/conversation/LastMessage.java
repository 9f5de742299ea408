package dev.cairn.domain.conversation;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said last in a conversation and is not deleted, by whom (R41).
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
