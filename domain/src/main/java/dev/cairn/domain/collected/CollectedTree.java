package dev.cairn.domain.collected;

import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Components;
import dev.cairn.domain.kernel.Tree;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collected data as plain maps and lists: the one form in which requests bring them and stores and files keep them. A
 * plain string is accepted where a name is enough (R24).
 */
public final class CollectedTree {
    private CollectedTree() {}

    /** @throws Invalid pointing at the place that is wrong */
    public static CollectedData read(Tree tree) {
        tree.object("actors", "useCases", "boundaries", "entities", "goals");
        List<Actor> actors = tree.field("actors").list(actor -> named(actor, Actor::named, CollectedTree::actor));
        List<UseCase> useCases =
                tree.field("useCases").list(useCase -> named(useCase, UseCase::named, CollectedTree::useCase));
        Boundaries boundaries = boundaries(tree.field("boundaries"));
        List<Entity> entities =
                tree.field("entities").list(entity -> named(entity, Entity::named, CollectedTree::entity));
        List<String> goals = tree.field("goals").texts();
        return tree.make(() -> new CollectedData(actors, useCases, boundaries, entities, goals));
    }

    public static Map<String, @Nullable Object> write(CollectedData data) {
        return Components.fields(data);
    }

    private static <T> T named(Tree tree, Function<String, T> byName, Function<Tree, T> whole) {
        return tree.isText() ? tree.make(() -> byName.apply(tree.text())) : whole.apply(tree);
    }

    private static Actor actor(Tree tree) {
        tree.object("name", "type", "goals");
        String name = tree.field("name").text();
        Tree type = tree.field("type");
        ActorType known = type.absent() ? ActorType.HUMAN : type.constant(ActorType.class);
        List<String> goals = tree.field("goals").texts();
        return tree.make(() -> new Actor(name, known, goals));
    }

    private static UseCase useCase(Tree tree) {
        tree.object("id", "name", "actor", "steps");
        String name = tree.field("name").text();
        String id = tree.field("id").optionalText();
        String actor = tree.field("actor").optionalText();
        List<String> steps = tree.field("steps").texts();
        return tree.make(() -> new UseCase(id == null ? UseCase.idOf(name) : id, name, actor, steps));
    }

    private static Boundaries boundaries(Tree tree) {
        if (tree.absent()) {
            return Boundaries.NONE;
        }
        tree.object("internal", "external", "inScope", "outOfScope");
        List<String> internal = tree.field("internal").texts();
        List<String> external = tree.field("external").texts();
        List<String> inScope = tree.field("inScope").texts();
        List<String> outOfScope = tree.field("outOfScope").texts();
        return tree.make(() -> new Boundaries(internal, external, inScope, outOfScope));
    }

    private static Entity entity(Tree tree) {
        tree.object("name", "attributes", "relationships");
        String name = tree.field("name").text();
        List<Entity.Attribute> attributes = tree.field("attributes")
                .list(a -> named(a, text -> new Entity.Attribute(text, null), CollectedTree::attribute));
        List<Entity.Relationship> relationships = tree.field("relationships")
                .list(r -> named(r, text -> new Entity.Relationship(text, null), CollectedTree::relationship));
        return tree.make(() -> new Entity(name, attributes, relationships));
    }

    private static Entity.Attribute attribute(Tree tree) {
        tree.object("name", "type");
        String name = tree.field("name").text();
        String type = tree.field("type").optionalText();
        return tree.make(() -> new Entity.Attribute(name, type));
    }

    private static Entity.Relationship relationship(Tree tree) {
        tree.object("target", "label");
        String target = tree.field("target").text();
        String label = tree.field("label").optionalText();
        return tree.make(() -> new Entity.Relationship(target, label));
    }
}
