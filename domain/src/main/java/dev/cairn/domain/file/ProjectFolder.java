package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a project that may be read, because somebody who may say so had it indexed. A project whose path is changed afterwards
 * is read nowhere else until they say so again.
 *
 * @param root the real path, without links
 * @param indexedAt when the last run that came to its end began; null before the first
 */
public record ProjectFolder(
        Id<Project> projectId, String root, @Nullable Instant indexedAt) {
    public static final int ROOT_MAX = 4_000;
}
