package dev.cairn.application.artifact;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import java.util.List;

/** Use cases of artifacts. All throw {@code NotFound} for an artifact that the caller cannot see. */
public final class ArtifactService {
    private final UnitOfWork work;
    private final ArtifactStores stores;

    public ArtifactService(UnitOfWork work, ArtifactStores stores) {
        this.work = work;
        this.stores = stores;
    }

    public ArtifactWithContent create(Caller caller, ProjectRef ref, CreateArtifact command) {
        return work.write(caller, act -> {
            Project project =
                    stores.projects().require(Access.write(caller), ref).requireWritable();
            Artifact artifact = stores.artifacts()
                    .insert(Artifact.create(
                            act.newId(),
                            project.id(),
                            command.type(),
                            command.content(),
                            command.format(),
                            command.text(),
                            act.now()));
            stores.revisions().insertAll(List.of(Revisions.of(act, artifact, command.text())));
            act.record(ActivityType.ARTIFACT_CREATED, artifact);
            return new ArtifactWithContent(artifact, command.text().text());
        });
    }

    /** Answers an artifact with the content of its newest revision. */
    public ArtifactWithContent get(Caller caller, Id<Artifact> id) {
        return work.read(() -> withContent(stores.artifacts().require(Access.read(caller), id)));
    }

    /** Answers a page of artifacts, without contents. */
    public Page<Artifact> list(Caller caller, ProjectRef ref, ArtifactFilter filter, PageRequest page) {
        return work.read(() -> stores.artifacts()
                .page(
                        filter.in(stores.projects()
                                .require(Access.read(caller), ref)
                                .id()),
                        page));
    }

    /** Edits an artifact, or adds a revision; the same content and text change nothing (R26). */
    public ArtifactWithContent update(Caller caller, Id<Artifact> id, Expected expected, Edit<ArtifactDraft> edit) {
        return work.write(caller, act -> {
            Artifact artifact = requireWritable(caller, id, expected);
            ArtifactDraft wanted = edit.of(new ArtifactDraft(artifact.content(), null));
            RevisionText text = wanted.revision();
            Artifact edited = artifact.edit(wanted.content(), act.now());
            Artifact changed = text == null ? edited : edited.revise(text, act.now());
            if (changed.equals(artifact)) {
                return withContent(artifact);
            }
            Artifact stored = stores.artifacts().update(changed);
            act.record(ActivityType.ARTIFACT_UPDATED, stored).changed(Difference.between(artifact, stored));
            if (text == null) {
                return withContent(stored);
            }
            if (stored.revision() != artifact.revision()) {
                stores.revisions().insertAll(List.of(Revisions.of(act, stored, text)));
            }
            return new ArtifactWithContent(stored, text.text());
        });
    }

    /** Moves an artifact to another status. Conflict {@code transition_refused} names the statuses that may follow. */
    public ArtifactWithContent changeStatus(Caller caller, Id<Artifact> id, Expected expected, ArtifactStatus status) {
        return work.write(caller, act -> {
            Artifact artifact = requireWritable(caller, id, expected);
            Artifact stored = stores.artifacts().update(artifact.moveTo(status, act.now()));
            act.record(ActivityType.ARTIFACT_STATUS_CHANGED, stored).changed(Difference.between(artifact, stored));
            return withContent(stored);
        });
    }

    /** Deletes an artifact so that it can be restored (R4). */
    public void delete(Caller caller, Id<Artifact> id, Expected expected) {
        work.write(caller, act -> {
            Artifact artifact = requireWritable(caller, id, expected);
            Artifact deleted = stores.artifacts().update(artifact.delete(act.newDeletion()));
            act.record(ActivityType.ARTIFACT_DELETED, deleted);
            return deleted;
        });
    }

    public ArtifactWithContent restore(Caller caller, Id<Artifact> id, Expected expected) {
        return work.write(caller, act -> {
            Artifact artifact = stores.artifacts().requireAny(Access.write(caller), id);
            expected.check(artifact.lifecycle());
            Project project = stores.projects().requireAny(Access.write(caller), artifact.projectId());
            if (project.lifecycle().deleted()) {
                throw new Conflict(ErrorCode.PARENT_DELETED, "Its project is deleted: restore the project first");
            }
            project.requireWritable();
            Artifact restored = stores.artifacts().update(artifact.restore(act.now()));
            act.record(ActivityType.ARTIFACT_RESTORED, restored);
            return withContent(restored);
        });
    }

    /** Removes the artifact with all its revisions for good, deleted or not; the log keeps no contents of it. */
    public void purge(Caller caller, Id<Artifact> id, Expected expected) {
        work.write(caller, act -> {
            Artifact artifact = stores.artifacts().requireAny(Access.manage(caller), id);
            stores.projects()
                    .requireAny(Access.manage(caller), artifact.projectId())
                    .requireWritable();
            expected.check(artifact.lifecycle());
            act.forgetSubject(id);
            stores.artifacts().delete(id);
            act.record(ActivityType.ARTIFACT_PURGED, artifact.projectId(), id).at(artifact.lifecycle());
            return artifact;
        });
    }

    /** Answers a page of revisions, newest first, without contents. */
    public Page<ArtifactRevision> revisions(Caller caller, Id<Artifact> id, PageRequest page) {
        return work.read(() -> stores.revisions()
                .page(
                        new RevisionRepository.OfArtifact(stores.artifacts()
                                .require(Access.read(caller), id)
                                .id()),
                        page));
    }

    public RevisionWithContent revision(Caller caller, Id<Artifact> id, int revision) {
        return work.read(() -> stores.revisions()
                .require(stores.artifacts().require(Access.read(caller), id).id(), revision));
    }

    private Artifact requireWritable(Caller caller, Id<Artifact> id, Expected expected) {
        Artifact artifact = stores.artifacts().require(Access.write(caller), id);
        stores.projects().require(Access.write(caller), artifact.projectId()).requireWritable();
        expected.check(artifact.lifecycle());
        return artifact;
    }

    private ArtifactWithContent withContent(Artifact artifact) {
        return new ArtifactWithContent(
                artifact,
                stores.revisions().require(artifact.id(), artifact.revision()).content());
    }
}
