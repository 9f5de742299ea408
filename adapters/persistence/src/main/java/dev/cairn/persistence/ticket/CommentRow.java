package dev.cairn.persistence.ticket;

import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.user.User;
import dev.cairn.schema.FullText;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code comments}. */
@MappedEntity("comments")
@Index(name = "comments_thread", on = "ticket_id, created_at, id")
@Index(name = "comments_deletion", on = "deletion_id", where = "deletion_id IS NOT NULL")
@FullText(kind = "comment", body = "content", beside = "search_beside", through = "ticket_id")
record CommentRow(
        @Id long id,

        @References(value = Ticket.class, onDelete = OnDelete.CASCADE)
        long ticketId,

        @References(value = User.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long authorId,

        @Length(min = 1, max = User.NAME_MAX) String authorName,
        @Length(min = 1, max = Comment.CONTENT_MAX) String content,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId,
        @Nullable String searchBeside) {}
