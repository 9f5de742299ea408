package dev.cairn.domain.collected;

import dev.cairn.domain.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the system does for an actor, step by step.
 *
 * @param id names it within the project
 * @param actor the name of the one it is done for
 */
public record UseCase(String id, String name, @Nullable String actor, List<String> steps) implements Known<UseCase> {
    public static final int ID_MAX = 200;
    public static final int STEPS_MAX = 100;

    public UseCase {
        id = Text.of("id", id, 1, ID_MAX);
        name = Text.of("name", name, 1, CollectedData.NAME_MAX);
        actor = Text.optional("actor", actor, CollectedData.NAME_MAX);
        steps = Text.list("steps", steps, STEPS_MAX, CollectedData.STATEMENT_MAX);
    }

    /** Makes a use case from a name alone; its id is the name, ignoring case. */
    public static UseCase named(String name) {
        return new UseCase(idOf(name), name, null, List.of());
    }

    /** Derives the id of a use case that came without one. */
    static String idOf(String name) {
        String key = Text.uniqueKey(name.strip());
        return key.codePointCount(0, key.length()) <= ID_MAX
                ? key
                : key.substring(0, key.offsetByCodePoints(0, ID_MAX));
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public UseCase over(UseCase older) {
        return new UseCase(id, name, actor == null ? older.actor : actor, steps.isEmpty() ? older.steps : steps);
    }
}
