package dev.cairn.domain.collected;

/** What the rubric asks for, and how many of its 100 points that is worth (R25). */
public enum Gate {
    ACTORS(15),
    USE_CASES(15),
    BOUNDARIES(10),
    ENTITIES(10),
    DESCRIPTION(10),
    ACTOR_GOALS(10),
    USE_CASE_STEPS(10),
    ENTITY_ATTRIBUTES(10),
    COMPLETENESS(5),
    NAME(5);

    private final int weight;

    Gate(int weight) {
        this.weight = weight;
    }

    public int weight() {
        return weight;
    }
}
