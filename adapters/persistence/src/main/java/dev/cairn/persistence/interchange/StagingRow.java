package dev.cairn.persistence.interchange;

import dev.cairn.domain.project.Project;
import dev.cairn.persistence.schema.OnDelete;
import dev.cairn.persistence.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code import_stagings}: one for each import at work (I4). */
@MappedEntity("import_stagings")
record StagingRow(
        @Id long id,

        @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        long openId,
        long otherId,
        long heldId,
        boolean committed,
        Instant beatAt) {}
