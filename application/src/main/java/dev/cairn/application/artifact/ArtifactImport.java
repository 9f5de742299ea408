package dev.cairn.application.artifact;

import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Imports the artifacts of one file. An artifact is matched by type and title, and among several equal ones by order;
 * its status comes without the workflow's rules (R36). The stored artifacts are listed once.
 */
public final class ArtifactImport {
    private final Slices slices;
    private final ArtifactStores stores;
    private final Project project;
    private final Map<Name, Deque<Id<Artifact>>> known = new HashMap<>();

    /** Runs one transaction of the import, in which it looks again whether the caller may write to the project. */
    public interface Slices {
        <T extends @Nullable Object> T run(Function<Act, T> change);
    }

    /**
     * The result of importing one artifact.
     *
     * @param id the artifact's id; null when the file's entry is unchanged
     */
    public record Stored(@Nullable Id<Artifact> id, boolean changed) {}

    /** Who wrote a revision and when, as far as the file says; else whoever imports, now. */
    public record Written(@Nullable String author, @Nullable Instant at) {}

    private record Name(ArtifactType type, ArtifactContent content) {}

    public ArtifactImport(Slices slices, ArtifactStores stores, Project project) {
        this.slices = slices;
        this.stores = stores;
        this.project = project;
        stores.artifacts()
                .findByTypes(project.id(), List.of())
                .forEach(artifact -> known.computeIfAbsent(
                                new Name(artifact.type(), artifact.content()), _ -> new ArrayDeque<>())
                        .add(artifact.id()));
    }

    /**
     * Creates or revises an artifact; one that is the same as in the file stays untouched.
     *
     * @param earlier the number of earlier revisions, which follow
     * @param isNew false when the file said just this at its last import: then nothing changes
     */
    public Stored store(CreateArtifact brought, ArtifactStatus status, Written newest, int earlier, boolean isNew) {
        Deque<Id<Artifact>> same = known.get(new Name(brought.type(), brought.content()));
        Id<Artifact> id = same == null ? null : same.poll();
        if (!isNew) {
            return new Stored(null, false);
        }
        return slices.run(act -> stored(act, id, brought, status, newest, earlier));
    }

    /**
     * Adds an earlier revision of an artifact that this import created, or one that died before this step: only below
     * the newest, and only if no revision has this number.
     *
     * @return whether it was added
     */
    public boolean add(Id<Artifact> artifact, int number, RevisionText content, String author, @Nullable Instant at) {
        return slices.run(act -> {
            boolean missing = stores.artifacts()
                            .find(artifact)
                            .filter(here -> number < here.revision())
                            .isPresent()
                    && stores.revisions().find(artifact, number).isEmpty();
            if (missing) {
                stores.revisions().insertAll(List.of(revision(act, artifact, number, content, author, at)));
            }
            return missing;
        });
    }

    private static RevisionWithContent revision(
            Act act, Id<Artifact> artifact, int number, RevisionText content, String author, @Nullable Instant at) {
        return new RevisionWithContent(
                new ArtifactRevision(
                        act.newId(), artifact, number, content.sha256(), null, author, at == null ? act.now() : at),
                content.text());
    }

    private Stored stored(
            Act act,
            @Nullable Id<Artifact> id,
            CreateArtifact brought,
            ArtifactStatus status,
            Written newest,
            int earlier) {
        Optional<Artifact> here = Optional.ofNullable(id).flatMap(stores.artifacts()::find);
        Artifact before = here.orElseGet(() -> created(act, brought, earlier));
        Artifact after = before.revise(brought.text(), act.now()).imported(status, act.now());
        if (here.isEmpty() || after.revision() != before.revision()) {
            String author = newest.author();
            stores.revisions()
                    .insertAll(List.of(
                            author == null
                                    ? Revisions.of(act, after, brought.text())
                                    : revision(
                                            act, after.id(), after.revision(), brought.text(), author, newest.at())));
        }
        boolean changed = !after.equals(before);
        Artifact stored = changed ? stores.artifacts().update(after) : before;
        if (here.isEmpty() || changed) {
            record(act, here.orElse(null), stored);
        }
        return new Stored(stored.id(), here.isEmpty() || changed);
    }

    private static void record(Act act, @Nullable Artifact before, Artifact after) {
        if (before == null) {
            act.record(ActivityType.ARTIFACT_CREATED, after);
        } else {
            act.record(ActivityType.ARTIFACT_UPDATED, after).changed(Difference.between(before, after));
        }
    }

    private Artifact created(Act act, CreateArtifact brought, int earlier) {
        Artifact first = Artifact.create(
                act.newId(),
                project.id(),
                brought.type(),
                brought.content(),
                brought.format(),
                brought.text(),
                act.now());
        return stores.artifacts().insert(first.withRevision(earlier + 1));
    }
}
