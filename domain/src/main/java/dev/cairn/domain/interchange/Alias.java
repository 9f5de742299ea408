package dev.cairn.domain.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * A foreign id of a thing here.
 *
 * @param source the format it came in, and where from when that was named: {@code beads}, {@code beads:web} (I3)
 * @param externalId unique per project and source; tasks and comments carry their ticket's id before their own
 * @param seen the state that the last import saw; null for aliases of versions that did not store it
 */
public record Alias(
        Id<Alias> id,
        Id<Project> projectId,
        String source,
        String externalId,
        AliasKind kind,
        Id<?> subjectId,
        @Nullable Seen seen) {
    public static final int EXTERNAL_ID_MAX = 300;
    public static final int SOURCE_MAX = 100;

    public Alias(
            Id<Alias> id, Id<Project> projectId, String source, String externalId, AliasKind kind, Id<?> subjectId) {
        this(id, projectId, source, externalId, kind, subjectId, null);
    }

    public Alias with(String newSource, @Nullable Seen newSeen) {
        return new Alias(id, projectId, newSource, externalId, kind, subjectId, newSeen);
    }
}
