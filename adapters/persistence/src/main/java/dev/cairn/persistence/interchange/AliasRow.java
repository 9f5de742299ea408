package dev.cairn.persistence.interchange;

import dev.cairn.domain.interchange.Alias;
import dev.cairn.domain.interchange.AliasKind;
import dev.cairn.domain.interchange.SeenTree;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.json.JsonTrees;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.schema.Check;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code aliases}: another tracker's id of an imported thing (R36), and its state at the last import (I2). */
@MappedEntity("aliases")
@Check(AliasRow.ONE_SUBJECT)
@Index(name = "aliases_external", on = "project_id, source, external_id", unique = true)
record AliasRow(
        @io.micronaut.data.annotation.Id long id,

        @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        String source,
        @Length(max = Alias.EXTERNAL_ID_MAX) String externalId,

        @References(value = Ticket.class, onDelete = OnDelete.CASCADE) @Nullable
        Long ticketId,

        @References(value = Task.class, onDelete = OnDelete.CASCADE) @Nullable
        Long taskId,

        @References(value = Comment.class, onDelete = OnDelete.CASCADE) @Nullable
        Long commentId,

        @Json @Nullable String seen) {
    static final String ONE_SUBJECT = "CASE WHEN ticket_id IS NULL THEN 0 ELSE 1 END"
            + " + CASE WHEN task_id IS NULL THEN 0 ELSE 1 END"
            + " + CASE WHEN comment_id IS NULL THEN 0 ELSE 1 END = 1";

    static AliasRow of(Alias alias) {
        long subject = alias.subjectId().value();
        return new AliasRow(
                alias.id().value(),
                alias.projectId().value(),
                alias.source(),
                alias.externalId(),
                alias.kind() == AliasKind.TICKET ? subject : null,
                alias.kind() == AliasKind.TASK ? subject : null,
                alias.kind() == AliasKind.COMMENT ? subject : null,
                alias.seen() == null ? null : JsonLists.write(SeenTree.write(alias.seen())));
    }

    Alias toDomain() {
        AliasKind kind = ticketId != null ? AliasKind.TICKET : taskId != null ? AliasKind.TASK : AliasKind.COMMENT;
        Long subject = ticketId != null ? ticketId : taskId != null ? taskId : commentId;
        return new Alias(
                new Id<>(id),
                new Id<>(projectId),
                source,
                externalId,
                kind,
                new Id<>(Objects.requireNonNull(subject)),
                seen == null ? null : SeenTree.read(JsonTrees.read(seen)));
    }
}
