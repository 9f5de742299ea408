package dev.cairn.domain.collected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Tree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R24: what collected data are, and how they are merged. */
class CollectedDataTest {
    private static final Boundaries SOME =
            new Boundaries(List.of("core"), List.of("mail"), List.of("tickets"), List.of("billing"));

    @Test
    void actorsMergeByNameIgnoringCaseAndTheNewerWins() {
        CollectedData merged = actors(new Actor("Ada", ActorType.HUMAN, List.of("old")), Actor.named("Bob"))
                .merge(actors(new Actor("ADA", ActorType.SYSTEM, List.of("new")), Actor.named("Cy")));
        assertThat(merged.actors())
                .containsExactly(
                        new Actor("ADA", ActorType.SYSTEM, List.of("new")), Actor.named("Bob"), Actor.named("Cy"));
    }

    @Test
    void namesAreComparedByTheirCompatibilityForm() {
        assertThat(actors(Actor.named("Straße ①"), Actor.named("STRASSE ①"), Actor.named("straße 1"))
                        .actors())
                .extracting(Actor::name)
                .containsExactly("Straße ①", "STRASSE ①");
    }

    @Test
    void aBareNameTakesNothingFromAnEntryThatSaysMore() {
        Actor full = new Actor("Ada", ActorType.SYSTEM, List.of("goal"));
        assertThat(actors(full).merge(actors(Actor.named("ada"))).actors()).containsExactly(full);
    }

    @Test
    void whatTheNewerLeavesOutStaysAsItWas() {
        UseCase old = new UseCase("uc1", "Log in", "Ada", List.of("type"));
        assertThat(useCases(old)
                        .merge(useCases(new UseCase("uc1", "Sign in", null, List.of())))
                        .useCases())
                .containsExactly(new UseCase("uc1", "Sign in", "Ada", List.of("type")));
        Actor mail = new Actor("Mail", ActorType.EXTERNAL, List.of("deliver"));
        assertThat(actors(mail)
                        .merge(actors(new Actor("Mail", ActorType.SYSTEM, List.of())))
                        .actors())
                .containsExactly(new Actor("Mail", ActorType.SYSTEM, List.of("deliver")));
        Entity order = new Entity(
                "Order", List.of(new Entity.Attribute("number", null)), List.of(new Entity.Relationship("Item", null)));
        Entity attributes = new Entity("Order", List.of(new Entity.Attribute("date", null)), List.of());
        assertThat(entities(order).merge(entities(attributes)).entities())
                .containsExactly(new Entity("Order", attributes.attributes(), order.relationships()));
    }

    @Test
    void aUseCaseNamedByItsNameAloneFitsItsId() {
        assertThat(UseCase.named("ﷺ".repeat(200))
                        .id()
                        .codePointCount(0, UseCase.named("ﷺ".repeat(200)).id().length()))
                .isEqualTo(UseCase.ID_MAX);
    }

    @Test
    void useCasesMergeById() {
        UseCase old = new UseCase("uc1", "Log in", "Ada", List.of("type"));
        UseCase renamed = new UseCase("uc1", "Sign in", "Ada", List.of("type", "send"));
        UseCase other = new UseCase("uc2", "Log in", null, List.of());
        assertThat(useCases(old).merge(useCases(renamed, other)).useCases()).containsExactly(renamed, other);
    }

    @Test
    void boundariesAndGoalsMergeAsSets() {
        CollectedData left = new CollectedData(List.of(), List.of(), SOME, List.of(), List.of("fast"));
        Boundaries more = new Boundaries(List.of("core", "edge"), List.of(), List.of(), List.of("billing"));
        CollectedData merged =
                left.merge(new CollectedData(List.of(), List.of(), more, List.of(), List.of("small", "fast")));
        assertThat(merged.boundaries())
                .isEqualTo(new Boundaries(
                        List.of("core", "edge"), List.of("mail"), List.of("tickets"), List.of("billing")));
        assertThat(merged.goals()).containsExactly("fast", "small");
    }

    @Test
    void mergingTheSameAgainChangesNothing() {
        CollectedData data = full();
        assertThat(data.merge(data)).isEqualTo(data);
        assertThat(CollectedData.NONE.merge(data)).isEqualTo(data);
        assertThat(data.merge(CollectedData.NONE)).isEqualTo(data);
    }

    @Test
    void completenessGoesFromNothingToEverything() {
        assertThat(CollectedData.NONE.completeness()).isZero();
        assertThat(full().completeness()).isEqualTo(100);
    }

    @Test
    void completenessCountsPresenceAndDetail() {
        assertThat(actors(Actor.named("Ada")).completeness()).isEqualTo(10);
        assertThat(actors(Actor.named("Ada"), new Actor("Bob", ActorType.HUMAN, List.of("g")), Actor.named("C"))
                        .completeness())
                .isEqualTo(13);
        Boundaries one = new Boundaries(List.of("core"), List.of(), List.of(), List.of());
        assertThat(new CollectedData(List.of(), List.of(), one, List.of(), List.of("g")).completeness())
                .isEqualTo(25);
    }

    @Test
    void plainStringsAreAcceptedWhereANameIsEnough() {
        CollectedData read = CollectedTree.read(Tree.of(Map.of(
                "actors", List.of("Ada"),
                "useCases", List.of(" Log In "),
                "entities", List.of("Order", Map.of("name", "Item", "attributes", List.of("price"))),
                "goals", List.of("fast"))));
        assertThat(read.actors()).containsExactly(Actor.named("Ada"));
        assertThat(read.useCases()).containsExactly(new UseCase("log in", "Log In", null, List.of()));
        assertThat(read.entities().getLast().attributes()).containsExactly(new Entity.Attribute("price", null));
        assertThat(read.boundaries()).isEqualTo(Boundaries.NONE);
    }

    @Test
    void whatIsWrittenReadsAsTheSame() {
        assertThat(CollectedTree.read(Tree.of(CollectedTree.write(full())))).isEqualTo(full());
        assertThat(CollectedTree.read(Tree.of(Map.of()))).isEqualTo(CollectedData.NONE);
    }

    @Test
    void whatIsUnknownOrOfAnotherTypeIsRefusedWithItsPlace() {
        refused(Map.of("actor", List.of()), "actor", ErrorCode.INVALID);
        refused(Collections.singletonMap("actors", null), "actors", ErrorCode.INVALID);
        refused(Collections.singletonMap("boundaries", null), "boundaries", ErrorCode.INVALID);
        refused(Map.of("actors", "Ada"), "actors", ErrorCode.INVALID);
        refused(Map.of("actors", List.of("Ada", 7L)), "actors/1", ErrorCode.INVALID);
        refused(Map.of("actors", List.of(Map.of("goals", List.of()))), "actors/0/name", ErrorCode.REQUIRED);
        refused(Map.of("actors", List.of(Map.of("name", " "))), "actors/0/name", ErrorCode.LENGTH);
        refused(Map.of("actors", List.of("")), "actors/0/name", ErrorCode.LENGTH);
        refused(
                Map.of("actors", List.of(Map.of("name", "A", "type", "HUMAN"))),
                "actors/0/type",
                ErrorCode.UNKNOWN_VALUE);
        refused(
                Map.of("boundaries", Map.of("internal", List.of(List.of()))),
                "boundaries/internal/0",
                ErrorCode.INVALID);
        refused(Map.of("boundaries", Map.of("inScope", List.of(""))), "boundaries/inScope/0", ErrorCode.LENGTH);
        refused(
                Map.of("entities", List.of(Map.of("name", "E", "attributes", List.of(Map.of("x", "y"))))),
                "entities/0/attributes/0/x",
                ErrorCode.INVALID);
    }

    @Test
    void everythingIsBounded() {
        List<Actor> crowd = IntStream.rangeClosed(0, CollectedData.ACTORS_MAX)
                .mapToObj(i -> Actor.named("a" + i))
                .toList();
        assertThatThrownBy(() -> actors(crowd.toArray(Actor[]::new)))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY));
        List<String> steps = Collections.nCopies(UseCase.STEPS_MAX, "s".repeat(CollectedData.STATEMENT_MAX));
        UseCase[] long3 = IntStream.range(0, 3)
                .mapToObj(i -> new UseCase("u" + i, "long", null, steps))
                .toArray(UseCase[]::new);
        assertThatThrownBy(() -> useCases(long3))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LENGTH));
    }

    private static void refused(Map<String, ? extends @Nullable Object> body, String place, ErrorCode code) {
        assertThatThrownBy(() -> CollectedTree.read(Tree.of(body))).isInstanceOfSatisfying(Invalid.class, e -> {
            assertThat(e.violations().getFirst().field()).isEqualTo(place);
            assertThat(e.code()).isEqualTo(code);
        });
    }

    static CollectedData actors(Actor... actors) {
        return new CollectedData(List.of(actors), List.of(), Boundaries.NONE, List.of(), List.of());
    }

    private static CollectedData entities(Entity... entities) {
        return new CollectedData(List.of(), List.of(), Boundaries.NONE, List.of(entities), List.of());
    }

    private static CollectedData useCases(UseCase... useCases) {
        return new CollectedData(List.of(), List.of(useCases), Boundaries.NONE, List.of(), List.of());
    }

    /** Everything that the rubric asks for. */
    static CollectedData full() {
        return new CollectedData(
                List.of(
                        new Actor("Ada", ActorType.HUMAN, List.of("ship")),
                        new Actor("Mail", ActorType.EXTERNAL, List.of("deliver"))),
                List.of(
                        new UseCase("uc1", "Log in", "Ada", List.of("type", "send")),
                        new UseCase("uc2", "Order", "Ada", List.of("choose")),
                        new UseCase("uc3", "Notify", "Mail", List.of("send"))),
                SOME,
                List.of(
                        new Entity(
                                "Order",
                                List.of(new Entity.Attribute("number", "int")),
                                List.of(new Entity.Relationship("Item", "has many"))),
                        new Entity("Item", List.of(new Entity.Attribute("price", null)), List.of())),
                List.of("fast"));
    }
}
