package dev.cairn.domain.ticket;

import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A remark on a ticket, Markdown.
 *
 * @param authorName the name at the time of writing, also after the author is gone
 * @param content nothing where a deleted one is {@link #shown}
 */
@RecordBuilder
public record Comment(
        Id<Comment> id,
        Id<Ticket> ticketId,
        @Nullable Id<User> authorId,
        String authorName,
        String content,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant editedAt,
        @Nullable Deletion deletion)
        implements CommentBuilder.With {
    public static final int CONTENT_MAX = 10_000;

    public Comment {
        authorName = Text.of("author", authorName, 1, User.NAME_MAX);
        content = Text.of("content", content, deletion == null ? 1 : 0, CONTENT_MAX);
    }

    public static Comment write(Id<Comment> id, Id<Ticket> ticketId, Caller author, String content, Instant now) {
        return new Comment(id, ticketId, author.userId(), author.name(), content, now, now, null, null);
    }

    public @Nullable Instant deletedAt() {
        return deletion == null ? null : deletion.at();
    }

    /** Returns the comment as readers see it: a deleted one keeps its place in the thread without content (R34). */
    public Comment shown() {
        return deletion == null ? this : withContent("");
    }

    /** @throws Denied {@code not_author} (R34) */
    public Comment edit(Caller caller, String edited, Instant now) {
        if (!caller.userId().equals(authorId)) {
            throw new Denied(ErrorCode.NOT_AUTHOR, "Only its author edits a comment");
        }
        Comment changed = withContent(edited);
        return changed.content().equals(content)
                ? this
                : changed.withUpdatedAt(Times.after(updatedAt, now)).withEditedAt(now);
    }

    /** @throws Denied {@code not_author} (R34): the author deletes it, or the project's owner */
    public Comment delete(Caller caller, Id<User> projectOwner, Deletion by) {
        if (!caller.userId().equals(authorId) && !caller.userId().equals(projectOwner)) {
            throw new Denied(ErrorCode.NOT_AUTHOR, "Only its author or the project's owner deletes a comment");
        }
        return withUpdatedAt(Times.after(updatedAt, by.at())).withDeletion(by);
    }
}
