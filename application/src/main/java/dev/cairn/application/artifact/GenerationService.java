package dev.cairn.application.artifact;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.Generator;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Generates artifacts from a project's collected data. */
public final class GenerationService {
    /** All types that can be generated. */
    public static final List<ArtifactType> ALL = List.of(
            ArtifactType.CONTEXT_DIAGRAM,
            ArtifactType.USE_CASE_DIAGRAM,
            ArtifactType.CLASS_DIAGRAM,
            ArtifactType.REQUIREMENTS);

    private final UnitOfWork work;
    private final ArtifactStores stores;

    public GenerationService(UnitOfWork work, ArtifactStores stores) {
        this.work = work;
        this.stores = stores;
    }

    /**
     * Generates artifacts of these types; where the project has one of the type, the oldest gets a revision, unless it
     * says the same already (R26).
     *
     * @param types none for all
     * @return one artifact for each type, in the order given
     */
    public List<Artifact> generate(Caller caller, ProjectRef ref, List<ArtifactType> types) {
        List<ArtifactType> wanted =
                types.isEmpty() ? ALL : types.stream().distinct().toList();
        if (!ALL.containsAll(wanted)) {
            throw Invalid.of(ErrorCode.UNKNOWN_VALUE, "types", "A document cannot be generated");
        }
        return work.write(caller, act -> {
            Project project =
                    stores.projects().require(Access.write(caller), ref).requireWritable();
            CollectedData data = stores.collected().find(project.id());
            Map<ArtifactType, Artifact> known = new EnumMap<>(ArtifactType.class);
            stores.artifacts()
                    .findByTypes(project.id(), wanted)
                    .forEach(artifact -> known.putIfAbsent(artifact.type(), artifact));
            Generation generation = new Generation(act, project, known);
            wanted.forEach(type -> generation.add(type, Generator.generate(type, project.content(), data)));
            return generation.store();
        });
    }

    /** A generation while it runs. */
    private final class Generation {
        private final Act act;
        private final Project project;
        private final Map<ArtifactType, Artifact> known;
        private final List<Artifact> created = new ArrayList<>();
        private final List<RevisionWithContent> revisions = new ArrayList<>();
        private final List<Artifact> all = new ArrayList<>();

        Generation(Act act, Project project, Map<ArtifactType, Artifact> known) {
            this.act = act;
            this.project = project;
            this.known = known;
        }

        void add(ArtifactType type, RevisionText content) {
            Artifact before = known.get(type);
            if (before == null) {
                Artifact artifact = Artifact.create(
                        act.newId(),
                        project.id(),
                        type,
                        new ArtifactContent(type.title()),
                        type.format(),
                        content,
                        act.now());
                act.record(ActivityType.ARTIFACT_CREATED, artifact);
                created.add(artifact);
                all.add(artifact);
                revisions.add(Revisions.of(act, artifact, content));
                return;
            }
            Artifact revised = before.revise(content, act.now());
            if (revised.equals(before)) {
                all.add(before);
                return;
            }
            Artifact stored = stores.artifacts().update(revised);
            act.record(ActivityType.ARTIFACT_UPDATED, stored).changed(Difference.between(before, stored));
            all.add(stored);
            revisions.add(Revisions.of(act, stored, content));
        }

        List<Artifact> store() {
            stores.artifacts().insertAll(created);
            stores.revisions().insertAll(revisions);
            return List.copyOf(all);
        }
    }
}
