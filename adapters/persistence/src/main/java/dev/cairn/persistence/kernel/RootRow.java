package dev.cairn.persistence.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a root, with the columns of its lifecycle. */
public interface RootRow {
    long id();

    long version();

    Instant createdAt();

    Instant updatedAt();

    @Nullable
    Instant archivedAt();

    @Nullable
    Instant deletedAt();

    @Nullable
    Long deletionId();
}
