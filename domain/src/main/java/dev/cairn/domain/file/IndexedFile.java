package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The part of a {@link ProjectFile} that an index run compares with the disk to find changed files. */
public record IndexedFile(
        Id<ProjectFile> id,
        String path,
        long size,
        Instant modifiedAt,
        @Nullable String fileKey,
        String sha256) {}
