package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.artifact.ArtifactDraft;
import dev.cairn.application.artifact.ArtifactWithContent;
import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.application.project.CreateProject;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Artifacts, their revisions and their generators (R5, R26). */
class ArtifactUseCaseTest extends UseCaseTest {
    private static final CollectedData ACTORS =
            new CollectedData(List.of(Actor.named("Ada")), List.of(), Boundaries.NONE, List.of(), List.of());

    @Test
    void aRevisionNeverChanges() {
        ArtifactWithContent first = artifact("Notes", "one\n");
        ArtifactWithContent second = revise(first, "two");
        assertThat(second.artifact().revision()).isEqualTo(2);
        assertThat(second.content()).isEqualTo("two");
        assertThat(services.artifacts().get(owner, id(first))).isEqualTo(second);
        var old = services.artifacts().revision(owner, id(first), 1);
        assertThat(old.content()).isEqualTo("one\n");
        assertThat(old.revision().sha256()).isEqualTo(first.artifact().sha256());
        assertThat(old.revision().authorId()).isEqualTo(owner.userId());
        assertRefused(ErrorCode.NOT_FOUND, () -> services.artifacts().revision(owner, id(first), 3));
    }

    @Test
    void theSameContentAgainMakesNoNewRevision() {
        ArtifactWithContent first = artifact("Notes", "one");
        assertThat(revise(first, "one")).isEqualTo(first);
        assertThat(revisions(first)).containsExactly(1);
        revise(first, "two");
        revise(first, "one");
        assertThat(revisions(first)).containsExactly(3, 2, 1);
    }

    @Test
    void aTitleAloneMakesNoRevision() {
        ArtifactWithContent first = artifact("Notes", "one");
        var renamed = services.artifacts()
                .update(owner, id(first), new Expected(0L), draft -> draft.withContent(new ArtifactContent("Plan")));
        assertThat(renamed.artifact().content().title()).isEqualTo("Plan");
        assertThat(renamed.artifact().revision()).isEqualTo(1);
        assertThat(services.artifacts()
                        .update(
                                owner,
                                id(first),
                                Expected.ANY,
                                _ -> new ArtifactDraft(new ArtifactContent("Plan\u00a0"), RevisionText.of("one"))))
                .as("the same but for a blank of any kind")
                .isEqualTo(renamed);
        assertThat(renamed.content()).isEqualTo("one");
        assertRefused(
                ErrorCode.STALE_VERSION,
                () -> services.artifacts()
                        .update(
                                owner,
                                id(first),
                                new Expected(0L),
                                draft -> draft.withRevision(RevisionText.of("two"))));
    }

    @Test
    void aValidatedOneIsADraftAgainWithItsNextRevision() {
        ArtifactWithContent first = artifact("Notes", "one");
        move(first, ArtifactStatus.VALIDATED);
        assertThat(move(first, ArtifactStatus.EXPORTED).artifact().status()).isEqualTo(ArtifactStatus.EXPORTED);
        assertRefused(ErrorCode.TRANSITION_REFUSED, () -> move(first, ArtifactStatus.VALIDATED));
        assertThat(revise(first, "two").artifact().status()).isEqualTo(ArtifactStatus.DRAFT);
    }

    @Test
    void aDeletedArtifactIsRestoredAndAPurgedOneIsNot() {
        ArtifactWithContent first = artifact("Notes", "one");
        services.artifacts().delete(owner, id(first), Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> services.artifacts().get(owner, id(first)));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.artifacts().revision(owner, id(first), 1));
        assertThat(services.artifacts().restore(owner, id(first), Expected.ANY).content())
                .isEqualTo("one");
        assertRefused(ErrorCode.NOT_DELETED, () -> services.artifacts().restore(owner, id(first), Expected.ANY));
        services.artifacts().purge(owner, id(first), Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> services.artifacts().restore(owner, id(first), Expected.ANY));
    }

    @Test
    void aRestoredProjectHasExactlyTheArtifactsThatItsDeletionTook() {
        ArtifactWithContent kept = artifact("Kept", "one");
        ArtifactWithContent gone = artifact("Gone before", "two");
        services.artifacts().delete(owner, id(gone), Expected.ANY);
        services.projects().delete(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> services.artifacts().get(owner, id(kept)));
        assertRefused(ErrorCode.PARENT_DELETED, () -> services.artifacts().restore(owner, id(gone), Expected.ANY));
        services.projects().restore(owner, CRN, Expected.ANY);
        assertThat(services.artifacts().get(owner, id(kept))).isEqualTo(kept);
        assertThat(titles(ArtifactFilter.of(project.id()))).containsExactly("Kept");
    }

    @Test
    void inAnArchivedProjectArtifactsAreReadOnly() {
        ArtifactWithContent first = artifact("Notes", "one");
        services.projects().archive(owner, CRN, Expected.ANY);
        assertThat(services.artifacts().get(owner, id(first))).isEqualTo(first);
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> artifact("More", "x"));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> revise(first, "two"));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> move(first, ArtifactStatus.VALIDATED));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.artifacts().delete(owner, id(first), Expected.ANY));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.artifacts().purge(owner, id(first), Expected.ANY));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.generation().generate(owner, CRN, List.of()));
    }

    @Test
    void generatingMakesOneArtifactOfEachType() {
        services.collected().replace(owner, CRN, Expected.ANY, ACTORS);
        List<Artifact> made = services.generation().generate(owner, CRN, List.of());
        assertThat(made)
                .extracting(Artifact::type)
                .containsExactly(
                        ArtifactType.CONTEXT_DIAGRAM,
                        ArtifactType.USE_CASE_DIAGRAM,
                        ArtifactType.CLASS_DIAGRAM,
                        ArtifactType.REQUIREMENTS);
        assertThat(services.artifacts().get(owner, made.getFirst().id()).content())
                .contains("a1([\"Ada\"])");
        assertRefused(
                ErrorCode.UNKNOWN_VALUE,
                () -> services.generation().generate(owner, CRN, List.of(ArtifactType.DOCUMENT)));
    }

    @Test
    void generatingAgainRevisesOnlyWhatChanged() {
        List<Artifact> first = services.generation().generate(owner, CRN, List.of());
        assertThat(services.generation().generate(owner, CRN, List.of())).isEqualTo(first);
        services.collected().replace(owner, CRN, Expected.ANY, ACTORS);
        List<Artifact> second = services.generation().generate(owner, CRN, List.of());
        assertThat(second)
                .extracting(Artifact::id)
                .containsExactlyElementsOf(first.stream().map(Artifact::id).toList());
        assertThat(second).extracting(Artifact::revision).containsExactly(2, 2, 1, 2);
        assertThat(services.generation()
                        .generate(owner, CRN, List.of(ArtifactType.REQUIREMENTS, ArtifactType.REQUIREMENTS)))
                .containsExactly(second.getLast());
    }

    @Test
    void listsAreFilteredByTypeAndStatusAndPaged() {
        artifact("B", "one");
        move(artifact("A", "two"), ArtifactStatus.VALIDATED);
        services.generation().generate(owner, CRN, List.of(ArtifactType.REQUIREMENTS));
        services.projects().create(owner, CreateProject.of("OTH", "Other"));
        services.generation().generate(owner, ProjectRef.parse("OTH"), List.of());
        assertThat(titles(ArtifactFilter.of(project.id()))).containsExactly("A", "B", "Requirements");
        assertThat(titles(new ArtifactFilter(project.id(), List.of(ArtifactType.DOCUMENT), List.of())))
                .containsExactly("A", "B");
        assertThat(titles(new ArtifactFilter(project.id(), List.of(), List.of(ArtifactStatus.VALIDATED))))
                .containsExactly("A");
        var request = new PageRequest(2, null, Sort.by(Sort.asc("title")), true);
        var page = services.artifacts().list(owner, CRN, ArtifactFilter.ANY, request);
        assertThat(page.total()).isEqualTo(3);
        assertThat(services.artifacts()
                        .list(owner, CRN, ArtifactFilter.ANY, request.at(page.nextCursor()))
                        .items())
                .extracting(artifact -> artifact.content().title())
                .containsExactly("Requirements");
    }

    private ArtifactWithContent artifact(String title, String content) {
        return services.artifacts()
                .create(
                        owner,
                        CRN,
                        new CreateArtifact(
                                ArtifactType.DOCUMENT, title, ArtifactFormat.MARKDOWN, RevisionText.of(content)));
    }

    private ArtifactWithContent revise(ArtifactWithContent artifact, String content) {
        return services.artifacts()
                .update(owner, id(artifact), Expected.ANY, draft -> draft.withRevision(RevisionText.of(content)));
    }

    private ArtifactWithContent move(ArtifactWithContent artifact, ArtifactStatus status) {
        return services.artifacts().changeStatus(owner, id(artifact), Expected.ANY, status);
    }

    private List<Integer> revisions(ArtifactWithContent artifact) {
        return services
                .artifacts()
                .revisions(owner, id(artifact), PageRequest.first(RevisionRepository.NEWEST_FIRST))
                .items()
                .stream()
                .map(ArtifactRevision::revision)
                .toList();
    }

    private List<String> titles(ArtifactFilter filter) {
        return services
                .artifacts()
                .list(owner, CRN, filter, PageRequest.first(Sort.by(Sort.asc("title"))))
                .items()
                .stream()
                .map(artifact -> artifact.content().title())
                .toList();
    }

    private static Id<Artifact> id(ArtifactWithContent artifact) {
        return artifact.artifact().id();
    }
}
