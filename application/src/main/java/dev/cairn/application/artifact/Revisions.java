package dev.cairn.application.artifact;

import dev.cairn.application.work.Act;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.artifact.RevisionWithContent;

/** Makes the revision that an artifact counts as its newest. */
final class Revisions {
    private Revisions() {}

    static RevisionWithContent of(Act act, Artifact artifact, RevisionText content) {
        return new RevisionWithContent(
                new ArtifactRevision(
                        act.newId(),
                        artifact.id(),
                        artifact.revision(),
                        content.sha256(),
                        act.caller().userId(),
                        act.caller().name(),
                        act.now()),
                content.text());
    }
}
