package dev.cairn.domain.collected;

import dev.cairn.domain.project.ProjectContent;
import java.util.List;
import java.util.function.Predicate;

/** The rubric of 100 points (R25): the same project and data always get the same report. */
public final class Rubric {
    private static final int ACTORS_MIN = 2;
    private static final int USE_CASES_MIN = 3;
    private static final int ENTITIES_MIN = 2;
    private static final int DESCRIPTION_MIN = 11;
    private static final int COMPLETENESS_MIN = 60;
    private static final int NAME_MIN = 3;

    private Rubric() {}

    public static ValidationReport apply(ProjectContent project, CollectedData data) {
        return ValidationReport.of(List.of(
                atLeast(Gate.ACTORS, "actors", data.actors().size(), ACTORS_MIN),
                atLeast(Gate.USE_CASES, "use cases", data.useCases().size(), USE_CASES_MIN),
                GateResult.of(Gate.BOUNDARIES, !data.boundaries().all().isEmpty(), "No boundary is drawn"),
                atLeast(Gate.ENTITIES, "entities", data.entities().size(), ENTITIES_MIN),
                atLeast(Gate.DESCRIPTION, "characters of description", length(project.description()), DESCRIPTION_MIN),
                half(
                        Gate.ACTOR_GOALS,
                        "actors have goals",
                        data.actors(),
                        a -> !a.goals().isEmpty()),
                half(
                        Gate.USE_CASE_STEPS,
                        "use cases have steps",
                        data.useCases(),
                        u -> !u.steps().isEmpty()),
                half(
                        Gate.ENTITY_ATTRIBUTES,
                        "entities have attributes",
                        data.entities(),
                        e -> !e.attributes().isEmpty()),
                atLeast(Gate.COMPLETENESS, "percent complete", data.completeness(), COMPLETENESS_MIN),
                atLeast(Gate.NAME, "characters of name", length(project.name()), NAME_MIN)));
    }

    private static GateResult atLeast(Gate gate, String what, int value, int min) {
        return GateResult.of(gate, value >= min, "%d %s, at least %d are needed".formatted(value, what, min));
    }

    /** Passes the gate when half of the entries are detailed; an empty list passes nothing. */
    private static <T> GateResult half(Gate gate, String what, List<T> entries, Predicate<T> detailed) {
        long count = entries.stream().filter(detailed).count();
        return GateResult.of(
                gate,
                !entries.isEmpty() && 2 * count >= entries.size(),
                "%d of %d %s, half of them are needed".formatted(count, entries.size(), what));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
