package dev.cairn.domain.collected;

import dev.cairn.domain.kernel.Text;
import java.util.List;

/** A person or thing outside of the system that uses it or is used by it; identified by its name, ignoring case. */
public record Actor(String name, ActorType type, List<String> goals) implements Known<Actor> {
    public static final int GOALS_MAX = 50;

    public Actor {
        name = Text.of("name", name, 1, CollectedData.NAME_MAX);
        goals = Text.set("goals", goals, GOALS_MAX, CollectedData.STATEMENT_MAX);
    }

    public static Actor named(String name) {
        return new Actor(name, ActorType.HUMAN, List.of());
    }

    @Override
    public String key() {
        return Text.uniqueKey(name);
    }

    @Override
    public Actor over(Actor older) {
        boolean onlyNamed = type == ActorType.HUMAN && goals.isEmpty();
        return onlyNamed ? older : new Actor(name, type, goals.isEmpty() ? older.goals : goals);
    }
}
