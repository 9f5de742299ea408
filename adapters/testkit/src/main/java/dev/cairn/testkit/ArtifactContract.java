package dev.cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactRepository;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.CollectedRepository;
import dev.cairn.domain.collected.Rubric;
import dev.cairn.domain.collected.ValidationReport;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is collected about projects, and artifacts with their revisions (R5, R24–R26). */
public abstract class ArtifactContract extends StoreContract {
    private static final String TEXT = " \"quoted\" \\u0041 é 😀\n\tend \n";

    @Test
    void collectedDataComeBackAsTheyWereSaved() {
        Project project = project();
        assertThat(port(CollectedRepository.class).find(project.id())).isEqualTo(CollectedData.NONE);
        change(() -> port(CollectedRepository.class).save(project.id(), collected(TEXT)));
        assertThat(port(CollectedRepository.class).find(project.id())).isEqualTo(collected(TEXT));
        change(() -> port(CollectedRepository.class).save(project.id(), collected("other")));
        assertThat(port(CollectedRepository.class).find(project.id())).isEqualTo(collected("other"));
    }

    @Test
    void aReportIsSavedWithAndWithoutCollectedData() {
        Project project = project();
        assertThat(port(CollectedRepository.class).findReport(project.id())).isEmpty();
        ValidationReport report = Rubric.apply(project.content(), CollectedData.NONE);
        change(() -> port(CollectedRepository.class).saveReport(project.id(), report));
        assertThat(port(CollectedRepository.class).findReport(project.id())).contains(report);
        change(() -> port(CollectedRepository.class).save(project.id(), collected("a")));
        assertThat(port(CollectedRepository.class).findReport(project.id())).contains(report);
        change(() -> port(CollectedRepository.class).saveReport(project.id(), report));
        assertThat(port(CollectedRepository.class).find(project.id())).isEqualTo(collected("a"));
    }

    @Test
    void anArtifactAndItsRevisionsComeBackAsTheyWereStored() {
        Artifact artifact = artifact(project(), "Notes");
        RevisionWithContent first = revision(artifact, TEXT);
        assertThat(port(ArtifactRepository.class).find(artifact.id())).contains(artifact);
        assertThat(port(RevisionRepository.class).find(artifact.id(), 1)).contains(first);
        assertThat(port(RevisionRepository.class).find(artifact.id(), 2)).isEmpty();
    }

    @Test
    void aRevisionsNumberIsTakenOnce() {
        Artifact artifact = artifact(project(), "Notes");
        revision(artifact, "one");
        assertThatThrownBy(() -> revision(artifact, "two")).isInstanceOf(Conflict.class);
    }

    @Test
    void revisionsAreListedNewestFirstAndTheNewestIsFoundForMany() {
        Project project = project();
        Artifact one = artifact(project, "One");
        revision(one, "a");
        Artifact revised = write(() -> port(ArtifactRepository.class).update(one.revise(RevisionText.of("b"), NOW)));
        RevisionWithContent newest = revision(revised, "b");
        RevisionWithContent other = revision(artifact(project, "Other"), "c");
        assertThat(port(RevisionRepository.class)
                        .page(
                                new RevisionRepository.OfArtifact(one.id()),
                                PageRequest.first(RevisionRepository.NEWEST_FIRST))
                        .items())
                .extracting(ArtifactRevision::revision)
                .containsExactly(2, 1);
        assertThat(port(RevisionRepository.class)
                        .findNewest(List.of(one.id(), other.revision().artifactId())))
                .containsExactlyInAnyOrder(newest, other);
    }

    @Test
    void artifactsAreFoundByTypeOldestFirst() {
        Project project = project();
        Artifact first = artifact(project, "B");
        Artifact second = artifact(project, "A");
        Artifact gone = artifact(project, "C");
        change(() -> port(ArtifactRepository.class).update(gone.delete(deletion())));
        artifact(project(), "Elsewhere");
        assertThat(port(ArtifactRepository.class).findByTypes(project.id(), List.of(ArtifactType.DOCUMENT)))
                .containsExactly(first, second);
        assertThat(port(ArtifactRepository.class).findByTypes(project.id(), List.of(ArtifactType.REQUIREMENTS)))
                .isEmpty();
        assertThat(port(ArtifactRepository.class)
                        .page(ArtifactFilter.of(project.id()), PageRequest.first(Sort.by(Sort.asc("title"))))
                        .items())
                .containsExactly(second, first);
    }

    @Test
    void aRestoreBringsBackExactlyWhatTheDeletionTook() {
        Project project = project();
        Artifact kept = artifact(project, "Kept");
        Artifact gone = artifact(project, "Gone before");
        change(() -> port(ArtifactRepository.class).update(gone.delete(deletion())));
        Deletion all = deletion();
        change(() -> port(ArtifactRepository.class).deleteByProject(project.id(), all));
        assertThat(port(ArtifactRepository.class).find(kept.id())).isEmpty();
        change(() -> port(ArtifactRepository.class).restore(all));
        assertThat(port(ArtifactRepository.class).find(kept.id())).contains(kept);
        assertThat(port(ArtifactRepository.class).find(gone.id())).isEmpty();
    }

    @Test
    void everythingGoesWithAPurgedProject() {
        Project project = project();
        Artifact artifact = artifact(project, "Notes");
        revision(artifact, "one");
        change(() -> port(CollectedRepository.class).save(project.id(), collected("a")));
        change(() -> port(ProjectRepository.class).delete(project.id()));
        assertThat(port(ArtifactRepository.class).findAny(artifact.id())).isEmpty();
        assertThat(port(RevisionRepository.class).find(artifact.id(), 1)).isEmpty();
        assertThat(port(CollectedRepository.class).find(project.id())).isEqualTo(CollectedData.NONE);
    }

    private static CollectedData collected(String name) {
        return new CollectedData(
                List.of(Actor.named(name)), List.of(), Boundaries.NONE, List.of(), List.of(name + " goal"));
    }

    private Artifact artifact(Project project, String title) {
        Id<Artifact> id = id();
        return write(() -> port(ArtifactRepository.class)
                .insert(Artifact.create(
                        id,
                        project.id(),
                        ArtifactType.DOCUMENT,
                        new ArtifactContent(title),
                        ArtifactFormat.TEXT,
                        RevisionText.of("one"),
                        NOW)));
    }

    private RevisionWithContent revision(Artifact artifact, String text) {
        RevisionText content = RevisionText.of(text);
        RevisionWithContent revision = new RevisionWithContent(
                new ArtifactRevision(id(), artifact.id(), artifact.revision(), content.sha256(), null, "Ada", NOW),
                text);
        change(() -> port(RevisionRepository.class).insertAll(List.of(revision)));
        return revision;
    }
}
