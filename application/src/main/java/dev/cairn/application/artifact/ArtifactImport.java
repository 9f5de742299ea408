package dev.cairn.application.artifact;

import dev.cairn.application.work.Changes;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.project.Project;
import java.util.List;

/** Takes artifacts over from a file, known again by type and title; states come without the workflow's rules (R36). */
public final class ArtifactImport {
    private final ArtifactStores stores;

    public ArtifactImport(ArtifactStores stores) {
        this.stores = stores;
    }

    /** Creates or revises it; one that is here already as it is in the file stays untouched. */
    public Artifact store(Changes changes, Project project, CreateArtifact brought, ArtifactStatus status) {
        Artifact known = stores.artifacts().findByTypes(project.id(), List.of(brought.type())).stream()
                .filter(artifact -> artifact.title().equals(brought.title().strip()))
                .findFirst()
                .orElse(null);
        Artifact before = known == null
                ? stores.artifacts()
                        .insert(Artifact.create(
                                changes.newId(),
                                project.id(),
                                brought.type(),
                                brought.title(),
                                brought.format(),
                                brought.content(),
                                changes.now()))
                : known;
        Artifact after = before.revise(brought.content(), changes.now()).imported(status, changes.now());
        if (known == null || after.revision() != before.revision()) {
            stores.revisions().insertAll(List.of(Revisions.of(changes, after, brought.content())));
        }
        return after.equals(before) ? before : stores.artifacts().update(after);
    }
}
