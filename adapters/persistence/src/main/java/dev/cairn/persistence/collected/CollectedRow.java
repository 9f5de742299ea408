package dev.cairn.persistence.collected;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code collected_data}: at most one for each project. */
@MappedEntity("collected_data")
record CollectedRow(
        @Id long projectId, String data, @Nullable String report) {}
