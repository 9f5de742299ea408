package dev.cairn.application.conversation;

import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * The command to post a message.
 *
 * @param parentId the message of the same conversation that it answers
 * @param metadata a JSON object; null for an empty one
 */
public record PostMessage(
        String content,
        @Nullable Id<Message> parentId,
        @Nullable Json metadata) {
    public PostMessage {
        content = Text.of("content", content, 1, Message.CONTENT_MAX);
        metadata = metadata == null ? null : Message.checked(metadata);
    }

    public static PostMessage of(String content) {
        return new PostMessage(content, null, null);
    }
}
