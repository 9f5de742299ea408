package dev.cairn.domain.collected;

/** A criterion of the rubric, with its share of the 100 points (R25). */
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
