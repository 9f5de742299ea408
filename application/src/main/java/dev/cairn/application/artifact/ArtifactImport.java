package dev.cairn.application.artifact;

import dev.cairn.application.work.Changes;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the artifacts of one file over, known again by type and title, and among several of the same by their order; states
 * come without the workflow's rules (R36). What is here already is listed once.
 */
public final class ArtifactImport {
    private final UnitOfWork work;
    private final ArtifactStores stores;
    private final Caller caller;
    private final Project project;
    private final Map<Name, Deque<Id<Artifact>>> known = new HashMap<>();

    private record Name(ArtifactType type, String title) {}

    public ArtifactImport(UnitOfWork work, ArtifactStores stores, Caller caller, Project project) {
        this.work = work;
        this.stores = stores;
        this.caller = caller;
        this.project = project;
        stores.artifacts()
                .findByTypes(project.id(), List.of())
                .forEach(artifact -> known.computeIfAbsent(
                                new Name(artifact.type(), artifact.title()), _ -> new ArrayDeque<>())
                        .add(artifact.id()));
    }

    /** Creates or revises it; one that is here already as it is in the file stays untouched. */
    public void store(CreateArtifact brought, ArtifactStatus status) {
        Deque<Id<Artifact>> same =
                known.get(new Name(brought.type(), brought.title().strip()));
        Id<Artifact> id = same == null ? null : same.poll();
        work.bulk(caller, changes -> stored(changes, id, brought, status));
    }

    private Artifact stored(Changes changes, @Nullable Id<Artifact> id, CreateArtifact brought, ArtifactStatus status) {
        Optional<Artifact> here = Optional.ofNullable(id).flatMap(stores.artifacts()::find);
        Artifact before = here.orElseGet(() -> created(changes, brought));
        Artifact after = before.revise(brought.content(), changes.now()).imported(status, changes.now());
        if (here.isEmpty() || after.revision() != before.revision()) {
            stores.revisions().insertAll(List.of(Revisions.of(changes, after, brought.content())));
        }
        return after.equals(before) ? before : stores.artifacts().update(after);
    }

    private Artifact created(Changes changes, CreateArtifact brought) {
        return stores.artifacts()
                .insert(Artifact.create(
                        changes.newId(),
                        project.id(),
                        brought.type(),
                        brought.title(),
                        brought.format(),
                        brought.content(),
                        changes.now()));
    }
}
