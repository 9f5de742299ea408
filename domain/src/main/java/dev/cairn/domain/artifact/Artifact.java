package dev.cairn.domain.artifact;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Recorded;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import java.util.Map;

/**
 * A document or diagram of a project. Its contents are its revisions, which never change (R26).
 *
 * @param revision the newest one's number, from 1
 * @param sha256 the newest one's hash
 */
public record Artifact(
        Id<Artifact> id,
        Id<Project> projectId,
        ArtifactType type,
        String title,
        ArtifactFormat format,
        ArtifactStatus status,
        int revision,
        String sha256,
        Lifecycle lifecycle)
        implements Recorded {
    public static final int TITLE_MAX = 200;

    public Artifact {
        title = Text.of("title", title, 1, TITLE_MAX);
    }

    public static Artifact create(
            Id<Artifact> id,
            Id<Project> projectId,
            ArtifactType type,
            String title,
            ArtifactFormat format,
            RevisionText content,
            Instant now) {
        return new Artifact(
                id,
                projectId,
                type,
                title,
                format,
                ArtifactStatus.DRAFT,
                1,
                content.sha256(),
                Lifecycle.startingAt(now));
    }

    public Artifact rename(String newTitle, Instant now) {
        return new Artifact(id, projectId, type, newTitle, format, status, revision, sha256, lifecycle.touch(now));
    }

    /** The next revision, a draft; the same content again makes none (R26). */
    public Artifact revise(RevisionText content, Instant now) {
        return content.sha256().equals(sha256)
                ? this
                : new Artifact(
                        id,
                        projectId,
                        type,
                        title,
                        format,
                        ArtifactStatus.DRAFT,
                        revision + 1,
                        content.sha256(),
                        lifecycle.touch(now));
    }

    /** @throws Conflict {@code transition_refused} naming the allowed ones */
    public Artifact moveTo(ArtifactStatus next, Instant now) {
        if (!status.next().contains(next)) {
            throw new Conflict(
                    ErrorCode.TRANSITION_REFUSED,
                    "An artifact that is %s cannot become %s".formatted(Wire.of(status), Wire.of(next)),
                    Map.of(
                            "allowed",
                            status.next().stream().map(Wire::of).sorted().toList()));
        }
        return new Artifact(id, projectId, type, title, format, next, revision, sha256, lifecycle.touch(now));
    }

    /** Takes over the status that an import brought, without asking the workflow (R36). */
    public Artifact imported(ArtifactStatus brought, Instant now) {
        return brought == status
                ? this
                : new Artifact(id, projectId, type, title, format, brought, revision, sha256, lifecycle.touch(now));
    }

    public Artifact delete(Deletion deletion) {
        return with(lifecycle.delete(deletion));
    }

    public Artifact restore(Instant now) {
        return with(lifecycle.restore(now));
    }

    private Artifact with(Lifecycle next) {
        return new Artifact(id, projectId, type, title, format, status, revision, sha256, next);
    }

    @Override
    public Map<String, Object> label() {
        return Map.of("title", title);
    }
}
