package dev.cairn.application.conversation;

import dev.cairn.domain.conversation.Message;
import dev.cairn.domain.kernel.Text;

/** The new text of an edited message. */
public record MessageText(String content) {
    public MessageText {
        content = Text.of("content", content, 1, Message.CONTENT_MAX);
    }
}
