package dev.cairn.persistence.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a root: it can be deleted softly. */
public interface RootRow {
    long id();

    @Nullable
    Instant deletedAt();
}
