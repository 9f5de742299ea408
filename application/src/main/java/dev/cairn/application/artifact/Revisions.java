package dev.cairn.application.artifact;

import dev.cairn.application.work.Changes;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.RevisionWithContent;

/** Makes the revision that an artifact counts as its newest. */
final class Revisions {
    private Revisions() {}

    static RevisionWithContent of(Changes changes, Artifact artifact, RevisionText content) {
        return new RevisionWithContent(
                new ArtifactRevision(
                        changes.newId(),
                        artifact.id(),
                        artifact.revision(),
                        content.sha256(),
                        changes.caller().userId(),
                        changes.caller().name(),
                        changes.now()),
                content.text());
    }
}
