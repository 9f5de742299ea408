package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is compared with the disk to find out what changed: of {@link ProjectFile}, only that. */
public record IndexedFile(
        Id<ProjectFile> id,
        String path,
        long size,
        Instant modifiedAt,
        @Nullable String fileKey,
        String sha256) {}
