package dev.cairn.persistence.collected;

import dev.cairn.domain.project.Project;
import dev.cairn.schema.Json;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code collected_data}: at most one for each project, whose own row each new ticket writes. */
@MappedEntity("collected_data")
record CollectedRow(
        @Id @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        @Json String data,
        @Json @Nullable String report) {}
