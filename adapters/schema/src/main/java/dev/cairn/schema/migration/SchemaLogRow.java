package dev.cairn.schema.migration;

import dev.cairn.schema.Length;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code schema_log}: each migration taken back, and the backup made before (S7). */
@MappedEntity("schema_log")
record SchemaLogRow(
        @Id long id,
        Instant at,
        int version,
        @Length(min = 1, max = 200) String script,
        @Nullable String backup) {}
