package dev.cairn.domain.collected;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How complete collected data are, 0 to 100: 20 points for each of the five parts. Actors, use cases and entities get
 * half of them for being there and half by the share that says more (goals, steps, attributes); each of the four
 * boundaries gets five; goals get all. Fractions are dropped.
 */
final class Completeness {
    private static final int PART = 20;
    private static final int HALF = PART / 2;
    private static final int BOUNDARY = PART / 4;

    private Completeness() {}

    static int of(CollectedData data) {
        Boundaries boundaries = data.boundaries();
        long drawn = Stream.of(
                        boundaries.internal(), boundaries.external(), boundaries.inScope(), boundaries.outOfScope())
                .filter(set -> !set.isEmpty())
                .count();
        return part(data.actors(), actor -> !actor.goals().isEmpty())
                + part(data.useCases(), useCase -> !useCase.steps().isEmpty())
                + part(data.entities(), entity -> !entity.attributes().isEmpty())
                + (int) drawn * BOUNDARY
                + (data.goals().isEmpty() ? 0 : PART);
    }

    private static <T> int part(List<T> entries, Predicate<T> detailed) {
        return entries.isEmpty()
                ? 0
                : HALF + HALF * (int) entries.stream().filter(detailed).count() / entries.size();
    }
}
