package dev.cairn.domain.collected;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What has been collected about a project (R24). A list holds each thing once: of two entries with the same key the
 * newer one wins in what it says, at the older one's place.
 *
 * @param actors by name, ignoring case
 * @param useCases by id
 * @param entities by name, ignoring case
 */
public record CollectedData(
        List<Actor> actors, List<UseCase> useCases, Boundaries boundaries, List<Entity> entities, List<String> goals) {
    public static final int NAME_MAX = 200;
    /** The most characters of a goal, a step or a boundary. */
    public static final int STATEMENT_MAX = 2_000;

    public static final int ACTORS_MAX = 200;
    public static final int USE_CASES_MAX = 500;
    public static final int ENTITIES_MAX = 200;
    public static final int GOALS_MAX = 200;
    /** The most characters of all texts together. */
    public static final int CHARACTERS_MAX = 500_000;

    public static final CollectedData NONE =
            new CollectedData(List.of(), List.of(), Boundaries.NONE, List.of(), List.of());

    public CollectedData {
        actors = Limits.count("actors", once(actors), ACTORS_MAX);
        useCases = Limits.count("useCases", once(useCases), USE_CASES_MAX);
        entities = Limits.count("entities", once(entities), ENTITIES_MAX);
        goals = Text.set("goals", goals, GOALS_MAX, STATEMENT_MAX);
        long characters = texts(actors, useCases, boundaries, entities, goals)
                .mapToLong(text -> text.codePointCount(0, text.length()))
                .sum();
        if (characters > CHARACTERS_MAX) {
            throw Invalid.of(
                    ErrorCode.LENGTH,
                    "",
                    "Collected data have at most %d characters, these have %d".formatted(CHARACTERS_MAX, characters));
        }
    }

    /** Adds new entries; of entries with the same key, the newer one wins. */
    public CollectedData merge(CollectedData newer) {
        return new CollectedData(
                Stream.concat(actors.stream(), newer.actors.stream()).toList(),
                Stream.concat(useCases.stream(), newer.useCases.stream()).toList(),
                boundaries.merge(newer.boundaries),
                Stream.concat(entities.stream(), newer.entities.stream()).toList(),
                Boundaries.union(goals, newer.goals));
    }

    public int completeness() {
        return Completeness.of(this);
    }

    private static <T extends Known<T>> List<T> once(List<T> entries) {
        Map<String, T> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.merge(entry.key(), entry, (older, newer) -> newer.over(older)));
        return List.copyOf(byKey.values());
    }

    private static Stream<String> texts(
            List<Actor> actors,
            List<UseCase> useCases,
            Boundaries boundaries,
            List<Entity> entities,
            List<String> goals) {
        return Stream.of(
                        actors.stream().flatMap(a -> Stream.concat(Stream.of(a.name()), a.goals().stream())),
                        useCases.stream()
                                .flatMap(u -> Stream.concat(
                                        Stream.of(u.id(), u.name(), u.actor() == null ? "" : u.actor()),
                                        u.steps().stream())),
                        boundaries.all().stream(),
                        entities.stream().flatMap(CollectedData::texts),
                        goals.stream())
                .flatMap(texts -> texts);
    }

    private static Stream<String> texts(Entity entity) {
        return Stream.of(
                        Stream.of(entity.name()),
                        entity.attributes().stream()
                                .flatMap(a -> Stream.of(a.name(), a.type() == null ? "" : a.type())),
                        entity.relationships().stream()
                                .flatMap(r -> Stream.of(r.target(), r.label() == null ? "" : r.label())))
                .flatMap(texts -> texts);
    }
}
