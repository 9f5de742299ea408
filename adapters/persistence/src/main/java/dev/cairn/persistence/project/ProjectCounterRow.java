package dev.cairn.persistence.project;

import dev.cairn.schema.Default;
import dev.cairn.schema.Range;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The counter of {@code projects}, apart from {@link ProjectRow} so that no update of a project touches it (R32). */
@MappedEntity("projects")
record ProjectCounterRow(
        @Id long id, @Default("1") @Range(min = 1) int nextTicketNumber) {}
