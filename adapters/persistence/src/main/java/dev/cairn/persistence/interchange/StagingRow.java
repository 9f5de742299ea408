package dev.cairn.persistence.interchange;

import dev.cairn.domain.interchange.Staging;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code import_stagings}: one for each import at work (I4). */
@MappedEntity("import_stagings")
record StagingRow(
        @io.micronaut.data.annotation.Id long id,

        @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        long openId,
        long otherId,
        long heldId,
        boolean committed,
        Instant beatAt) {
    static StagingRow of(Staging staging) {
        return new StagingRow(
                staging.id().value(),
                staging.projectId().value(),
                staging.open().value(),
                staging.other().value(),
                staging.held().value(),
                staging.committed(),
                staging.beatAt());
    }

    Staging toDomain() {
        return new Staging(
                new Id<>(id),
                new Id<>(projectId),
                new Id<>(openId),
                new Id<>(otherId),
                new Id<>(heldId),
                committed,
                beatAt);
    }
}
