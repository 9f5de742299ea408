package dev.cairn.persistence.activity;

import dev.cairn.schema.Check;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * The one row of {@code activity_base}, on PostgreSQL: what is added to the number of a transaction, which begins anew in another
 * cluster, so that the log's numbers keep growing (ADR 22).
 */
@MappedEntity("activity_base")
@Check("id = 1")
record ActivityBaseRow(@Id long id, long base) {}
