package dev.cairn.domain.collected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Tree;
import dev.cairn.domain.project.ProjectContent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R25: a deterministic rubric of 100 points. */
class RubricTest {
    private static final ProjectContent GOOD = content("Cairn", "A backend for projects");
    private static final CollectedData FULL = CollectedDataTest.full();

    @Test
    void theWeightsAreThoseOfTheRubricAndAddUpToOneHundred() {
        assertThat(Arrays.stream(Gate.values()).map(Gate::weight))
                .containsExactly(15, 15, 10, 10, 10, 10, 10, 10, 5, 5);
        assertThat(Arrays.stream(Gate.values()).mapToInt(Gate::weight).sum()).isEqualTo(100);
    }

    @Test
    void aFullProjectPassesEveryGate() {
        ValidationReport report = Rubric.apply(GOOD, FULL);
        assertThat(report.score()).isEqualTo(100);
        assertThat(report.passed()).isTrue();
        assertThat(report.gates()).extracting(GateResult::gate).containsExactly(Gate.values());
        assertThat(report.gates()).allMatch(gate -> gate.reason() == null);
    }

    @Test
    void anEmptyListPassesNothing() {
        ValidationReport report = Rubric.apply(content("ab", "0123456789"), CollectedData.NONE);
        assertThat(report.score()).isZero();
        assertThat(report.gates()).allMatch(gate -> !gate.passed() && gate.reason() != null);
    }

    @Test
    void aFailedGateSaysWhy() {
        ValidationReport report = Rubric.apply(GOOD, CollectedDataTest.actors(Actor.named("Ada")));
        assertThat(gate(report, Gate.ACTORS).reason()).isEqualTo("1 actors, at least 2 are needed");
        assertThat(gate(report, Gate.ACTOR_GOALS).reason())
                .isEqualTo("0 of 1 actors have goals, half of them are needed");
        assertThat(gate(report, Gate.BOUNDARIES).reason()).isEqualTo("No boundary is drawn");
    }

    @Test
    void theEdgesOfTheGates() {
        assertThat(gate(Rubric.apply(content("abc", "0123456789a"), FULL), Gate.DESCRIPTION)
                        .passed())
                .isTrue();
        assertThat(gate(Rubric.apply(content("abc", "0123456789"), FULL), Gate.DESCRIPTION)
                        .passed())
                .isFalse();
        assertThat(gate(Rubric.apply(content("abc", ""), FULL), Gate.NAME).passed())
                .isTrue();
        assertThat(gate(Rubric.apply(content("😀😀", ""), FULL), Gate.NAME).passed())
                .as("code points, not characters")
                .isFalse();
    }

    @Test
    void halfOfThemIsEnough() {
        Actor goal = new Actor("B", ActorType.HUMAN, List.of("g"));
        CollectedData half = CollectedDataTest.actors(Actor.named("A"), goal);
        CollectedData third = CollectedDataTest.actors(Actor.named("A"), goal, Actor.named("C"));
        assertThat(gate(Rubric.apply(GOOD, half), Gate.ACTOR_GOALS).passed()).isTrue();
        assertThat(gate(Rubric.apply(GOOD, third), Gate.ACTOR_GOALS).passed()).isFalse();
    }

    @Test
    void eightyPointsPassAndLessDoNot() {
        CollectedData withoutGoals = new CollectedData(
                List.of(Actor.named("A"), Actor.named("B")),
                FULL.useCases(),
                FULL.boundaries(),
                FULL.entities(),
                FULL.goals());
        assertThat(Rubric.apply(content("Cairn", ""), withoutGoals).score()).isEqualTo(80);
        assertThat(Rubric.apply(content("Cairn", ""), withoutGoals).passed()).isTrue();
        assertThat(Rubric.apply(content("C", ""), withoutGoals).score()).isEqualTo(75);
        assertThat(Rubric.apply(content("C", ""), withoutGoals).passed()).isFalse();
    }

    @Test
    void aReportIsStoredAsItIs() {
        ValidationReport report = Rubric.apply(content("C", ""), FULL);
        assertThat(ReportTree.read(Tree.of(ReportTree.write(report)))).isEqualTo(report);
    }

    private static GateResult gate(ValidationReport report, Gate gate) {
        return report.gates().stream()
                .filter(result -> result.gate() == gate)
                .findFirst()
                .orElseThrow();
    }

    private static ProjectContent content(String name, String description) {
        return new ProjectContent(name, description, null, null, null);
    }
}
