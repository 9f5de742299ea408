package dev.cairn.persistence.ticket;

import dev.cairn.domain.ticket.Task;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code task_dependencies}. */
@MappedEntity("task_dependencies")
record TaskDependencyRow(
        @Id @References(value = Task.class, onDelete = OnDelete.CASCADE)
        long taskId,

        @Id @References(value = Task.class, onDelete = OnDelete.CASCADE)
        long dependsOnId) {}
