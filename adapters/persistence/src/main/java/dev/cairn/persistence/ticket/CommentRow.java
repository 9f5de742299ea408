package dev.cairn.persistence.ticket;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code comments}. */
@MappedEntity("comments")
record CommentRow(
        @Id long id,
        long ticketId,
        @Nullable Long authorId,
        String authorName,
        String content,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId) {}
