package dev.cairn.domain.artifact;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;

/**
 * A document or diagram of a project. Its contents are its revisions, which never change (R26).
 *
 * @param revision the newest one's number, from 1
 * @param sha256 the newest one's hash
 */
@RecordBuilder
public record Artifact(
        Id<Artifact> id,
        Id<Project> projectId,
        ArtifactType type,
        ArtifactContent content,
        ArtifactFormat format,
        ArtifactStatus status,
        int revision,
        String sha256,
        Lifecycle lifecycle)
        implements ArtifactBuilder.With, Root<ArtifactContent> {
    public static Artifact create(
            Id<Artifact> id,
            Id<Project> projectId,
            ArtifactType type,
            ArtifactContent content,
            ArtifactFormat format,
            RevisionText text,
            Instant now) {
        return new Artifact(
                id,
                projectId,
                type,
                content,
                format,
                ArtifactStatus.DRAFT,
                1,
                text.sha256(),
                Lifecycle.startingAt(now));
    }

    /** Returns the artifact with the edited content, and itself when nothing changes. */
    public Artifact edit(ArtifactContent edited, Instant now) {
        return edited.equals(content) ? this : withContent(edited).withLifecycle(lifecycle.touch(now));
    }

    /** Returns the artifact with its next revision, as a draft, and itself when the text is the same (R26). */
    public Artifact revise(RevisionText text, Instant now) {
        return text.sha256().equals(sha256)
                ? this
                : with(next -> next.status(ArtifactStatus.DRAFT)
                        .revision(revision + 1)
                        .sha256(text.sha256())
                        .lifecycle(lifecycle.touch(now)));
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
        return imported(next, now);
    }

    /** Takes over the status that an import brought, without asking the workflow (R36). */
    public Artifact imported(ArtifactStatus brought, Instant now) {
        return brought == status ? this : withStatus(brought).withLifecycle(lifecycle.touch(now));
    }

    public Artifact delete(Deletion deletion) {
        return withLifecycle(lifecycle.delete(deletion));
    }

    public Artifact restore(Instant now) {
        return withLifecycle(lifecycle.restore(now));
    }

    @Override
    public Map<String, Object> label() {
        return Map.of("title", content.title());
    }
}
