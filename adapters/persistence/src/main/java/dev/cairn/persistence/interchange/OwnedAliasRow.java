package dev.cairn.persistence.interchange;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** A row of {@code aliases}, and the ticket that its subject is or belongs to. */
@Introspected
record OwnedAliasRow(
        long id,
        long projectId,
        String source,
        String externalId,
        @Nullable Long ticketId,
        @Nullable Long taskId,
        @Nullable Long commentId,
        @Nullable String seen,
        long owner) {
    AliasRow alias() {
        return new AliasRow(id, projectId, source, externalId, ticketId, taskId, commentId, seen);
    }
}
