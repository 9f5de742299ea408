package dev.cairn.domain.collected;

import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thing that the system keeps or talks about; known by its name, ignoring case. */
public record Entity(String name, List<Attribute> attributes, List<Relationship> relationships)
        implements Known<Entity> {
    public static final int ATTRIBUTES_MAX = 100;
    public static final int RELATIONSHIPS_MAX = 100;

    /** A field of an entity. */
    public record Attribute(String name, @Nullable String type) {
        public Attribute {
            name = Text.of("name", name, 1, CollectedData.NAME_MAX);
            type = Text.optional("type", type, CollectedData.NAME_MAX);
        }
    }

    /**
     * The relationship of an entity with another one.
     *
     * @param target the other one's name
     */
    public record Relationship(String target, @Nullable String label) {
        public Relationship {
            target = Text.of("target", target, 1, CollectedData.NAME_MAX);
            label = Text.optional("label", label, CollectedData.NAME_MAX);
        }
    }

    public Entity {
        name = Text.of("name", name, 1, CollectedData.NAME_MAX);
        attributes = Limits.count("attributes", attributes, ATTRIBUTES_MAX);
        relationships = Limits.count("relationships", relationships, RELATIONSHIPS_MAX);
    }

    public static Entity named(String name) {
        return new Entity(name, List.of(), List.of());
    }

    @Override
    public String key() {
        return Text.uniqueKey(name);
    }

    @Override
    public Entity over(Entity older) {
        return attributes.isEmpty() && relationships.isEmpty()
                ? older
                : new Entity(
                        name,
                        attributes.isEmpty() ? older.attributes : attributes,
                        relationships.isEmpty() ? older.relationships : relationships);
    }
}
