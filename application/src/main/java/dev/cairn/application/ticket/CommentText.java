package dev.cairn.application.ticket;

import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.Comment;

/** The text of a comment, in Markdown. */
public record CommentText(String content) {
    public CommentText {
        content = Text.of("content", content, 1, Comment.CONTENT_MAX);
    }
}
