package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.project.CreateProject;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.collected.Actor;
import dev.cairn.domain.collected.ActorType;
import dev.cairn.domain.collected.Boundaries;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.collected.Entity;
import dev.cairn.domain.collected.Gate;
import dev.cairn.domain.collected.GateResult;
import dev.cairn.domain.collected.UseCase;
import dev.cairn.domain.collected.Validation;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Assessment;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.project.StatusStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Collected data, validation, search by score and statistics (R23–R25). */
class CollectedUseCaseTest extends UseCaseTest {
    private static final CollectedData SOME = new CollectedData(
            List.of(new Actor("Ada", ActorType.HUMAN, List.of("ship")), Actor.named("Bob")),
            List.of(new UseCase("uc1", "Log in", "Ada", List.of("type")), UseCase.named("a"), UseCase.named("b")),
            new Boundaries(List.of("core"), List.of(), List.of(), List.of()),
            List.of(Entity.named("Order"), Entity.named("Item \"quoted\" \\ 😀")),
            List.of("fast"));

    @Test
    void whatIsCollectedIsKeptAndRaisesTheVersion() {
        assertThat(services.collected().get(owner, CRN).collectedData()).isEqualTo(CollectedData.NONE);
        var replaced = services.collected().replace(owner, CRN, new Expected(0L), SOME);
        assertThat(replaced.completeness()).isEqualTo(SOME.completeness()).isPositive();
        assertThat(services.collected().get(owner, CRN)).isEqualTo(replaced);
        assertThat(current().lifecycle().version()).isEqualTo(1);
        assertThat(current().assessment().completeness()).isEqualTo(SOME.completeness());
        assertRefused(ErrorCode.STALE_VERSION, () -> services.collected().merge(owner, CRN, new Expected(0L), SOME));
    }

    @Test
    void mergeAddsAndReplaceReplaces() {
        services.collected().replace(owner, CRN, Expected.ANY, SOME);
        CollectedData more =
                new CollectedData(List.of(Actor.named("Cy")), List.of(), Boundaries.NONE, List.of(), List.of("small"));
        var merged = services.collected().merge(owner, CRN, Expected.ANY, more);
        assertThat(merged.collectedData()).isEqualTo(SOME.merge(more));
        assertThat(services.collected().replace(owner, CRN, Expected.ANY, more).collectedData())
                .isEqualTo(more);
        assertThat(services.collected().get(owner, CRN).collectedData()).isEqualTo(more);
    }

    @Test
    void validationStoresScoreReportAndTime() {
        assertThat(services.collected().validation(owner, CRN)).isEqualTo(Validation.NONE);
        services.collected().replace(owner, CRN, Expected.ANY, SOME);
        Validation validation = services.collected().validate(owner, CRN, Expected.ANY);
        assertThat(validation.gates()).hasSize(Gate.values().length);
        assertThat(validation.gates().stream()
                        .filter(GateResult::passed)
                        .mapToInt(GateResult::weight)
                        .sum())
                .isEqualTo(validation.score())
                .isEqualTo(70);
        assertThat(validation.passed()).isFalse();
        assertThat(validation.stale()).isFalse();
        assertThat(services.collected().validation(owner, CRN)).isEqualTo(validation);
        assertThat(current().assessment())
                .isEqualTo(new Assessment(SOME.completeness(), validation.score(), clock.instant(), false));
    }

    @Test
    void changingWhatWasValidatedMarksTheValidationStale() {
        services.collected().validate(owner, CRN, Expected.ANY);
        services.collected().merge(owner, CRN, Expected.ANY, SOME);
        assertThat(services.collected().validation(owner, CRN).stale()).isTrue();
        assertThat(services.collected().validate(owner, CRN, Expected.ANY).stale())
                .isFalse();
        services.collected().replace(owner, CRN, Expected.ANY, SOME);
        assertThat(current().assessment().validationStale()).isTrue();
        services.collected().validate(owner, CRN, Expected.ANY);
        services.projects().changeStatus(owner, CRN, Expected.ANY, ProjectStatus.ACTIVE);
        assertThat(current().assessment().validationStale()).isFalse();
        services.projects().update(owner, CRN, Expected.ANY, content -> content.withName("Renamed"));
        assertThat(current().assessment().validationStale())
                .as("the rubric looks at the name")
                .isTrue();
    }

    @Test
    void withoutAValidationNothingIsStale() {
        assertThat(services.collected().merge(owner, CRN, Expected.ANY, SOME).validationStale())
                .isFalse();
    }

    @Test
    void anArchivedProjectCollectsAndValidatesNothing() {
        services.projects().archive(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.collected().replace(owner, CRN, Expected.ANY, SOME));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.collected().merge(owner, CRN, Expected.ANY, SOME));
        assertRefused(ErrorCode.PROJECT_ARCHIVED, () -> services.collected().validate(owner, CRN, Expected.ANY));
        assertThat(services.collected().get(owner, CRN).collectedData()).isEqualTo(CollectedData.NONE);
        assertThat(services.collected().validation(owner, CRN)).isEqualTo(Validation.NONE);
    }

    @Test
    void aDeletedProjectHasNoCollectedDataAndARestoredOneHasThemAgain() {
        services.collected().replace(owner, CRN, Expected.ANY, SOME);
        services.projects().delete(owner, CRN, Expected.ANY);
        assertRefused(ErrorCode.NOT_FOUND, () -> services.collected().get(owner, CRN));
        assertRefused(ErrorCode.NOT_FOUND, () -> services.collected().validation(owner, CRN));
        services.projects().restore(owner, CRN, Expected.ANY);
        assertThat(services.collected().get(owner, CRN).collectedData()).isEqualTo(SOME);
    }

    @Test
    void whatIsTooMuchAfterAMergeIsRefusedAndNothingIsChanged() {
        services.collected().replace(owner, CRN, Expected.ANY, crowd("a"));
        assertRefused(ErrorCode.TOO_MANY, () -> services.collected().merge(owner, CRN, Expected.ANY, crowd("b")));
        assertThat(services.collected().get(owner, CRN).collectedData()).isEqualTo(crowd("a"));
    }

    @Test
    void everyChangeOfCollectedDataIsInTheLog() {
        services.collected().replace(owner, CRN, Expected.ANY, SOME);
        services.collected().validate(owner, CRN, Expected.ANY);
        ActivityFilter filter = new ActivityFilter(project.id(), null, project.id(), List.of());
        assertThat(services.activity()
                        .list(owner, null, filter, PageRequest.first(ActivityLog.NEWEST_FIRST))
                        .items())
                .extracting(Activity::type)
                .containsExactly("project.validated", "project.collected", "project.created");
    }

    @Test
    void projectsAreFoundByTheirScore() {
        services.projects().create(owner, CreateProject.of("LOW", "Low"));
        services.collected().replace(owner, CRN, Expected.ANY, SOME);
        int score = services.collected().validate(owner, CRN, Expected.ANY).score();
        assertThat(withScore(score)).containsExactly("CRN");
        assertThat(withScore(score + 1)).isEmpty();
        assertThat(withScore(0)).containsExactly("CRN", "LOW");
        var best = PageRequest.first(Sort.by(Sort.desc("validationScore")));
        assertThat(services.projects().list(owner, ProjectFilter.LIVE, best).items())
                .extracting(found -> found.key().value())
                .containsExactly("CRN", "LOW");
    }

    @Test
    void statisticsCountEachStatusWithItsAverageScore() {
        ProjectRef two = ProjectRef.of(services.projects()
                .create(owner, CreateProject.of("TWO", "Two"))
                .id());
        ProjectRef gone = ProjectRef.of(services.projects()
                .create(owner, CreateProject.of("GONE", "Gone"))
                .id());
        Edit<ProjectContent> description = content -> content.withDescription("A description");
        services.projects().update(owner, two, Expected.ANY, description);
        services.collected().validate(owner, CRN, Expected.ANY);
        services.collected().validate(owner, two, Expected.ANY);
        services.projects().delete(owner, gone, Expected.ANY);
        ProjectRef old = ProjectRef.of(services.projects()
                .create(owner, CreateProject.of("OLD", "Old"))
                .id());
        services.projects().archive(owner, old, Expected.ANY);
        assertThat(services.overviews().busiest(owner, 50)).hasSize(2);
        assertThat(services.overviews().statistics(owner))
                .containsExactly(
                        new StatusStatistics(ProjectStatus.DRAFT, 2, 10.0),
                        new StatusStatistics(ProjectStatus.ACTIVE, 0, null),
                        new StatusStatistics(ProjectStatus.COMPLETED, 0, null));
    }

    private List<String> withScore(int min) {
        var filter = new ProjectFilter(List.of(), Archived.NO, null, min);
        return services.projects().list(owner, filter, PageRequest.first(Sort.by(Sort.asc("key")))).items().stream()
                .map(found -> found.key().value())
                .toList();
    }

    private static CollectedData crowd(String prefix) {
        List<Actor> actors = IntStream.range(0, CollectedData.ACTORS_MAX / 2 + 1)
                .mapToObj(i -> Actor.named(prefix + i))
                .toList();
        return new CollectedData(actors, List.of(), Boundaries.NONE, List.of(), List.of());
    }

    private Project current() {
        return services.projects().get(owner, CRN);
    }
}
