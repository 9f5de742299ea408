package dev.cairn.application.artifact;

import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.Facts;
import dev.cairn.domain.artifact.Artifact;

/** The fields of artifacts that the log shows; of a content it shows the hash. */
final class ArtifactFacts {
    private ArtifactFacts() {}

    static Difference between(Artifact before, Artifact after) {
        return Difference.between(of(before), of(after));
    }

    private static Facts of(Artifact artifact) {
        return new Facts()
                .with("title", artifact.title())
                .with("status", artifact.status())
                .with("revision", artifact.revision())
                .with("sha256", artifact.sha256());
    }
}
