package dev.cairn.domain.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;

/**
 * One foreign id.
 *
 * @param source the format it came in: {@code taskmaster}
 * @param externalId unique per project and source; tasks and comments carry their ticket's id before their own
 */
public record Alias(
        Id<Alias> id, Id<Project> projectId, String source, String externalId, AliasKind kind, Id<?> subjectId) {
    public static final int EXTERNAL_ID_MAX = 300;
}
