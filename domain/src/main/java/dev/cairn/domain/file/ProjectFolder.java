package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a project that may be read, because an entitled user had it indexed. When the project's path changes,
 * no other folder is read until such a user has that indexed, too.
 *
 * @param root the real path, without links
 * @param indexedAt when the last run that came to its end began; null before the first
 */
public record ProjectFolder(
        Id<Project> projectId, String root, @Nullable Instant indexedAt) {
    public static final int ROOT_MAX = 4_000;
}
