package dev.cairn.application.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file in a folder, before anything of it was read.
 *
 * @param path relative to the folder, with {@code /}
 * @param fileKey device and inode; null where that is unknown, or where the file was changed a moment ago, so that the next change may
 *     show nowhere else
 */
public record FoundFile(
        String path,
        long size,
        Instant modifiedAt,
        @Nullable String fileKey) {}
