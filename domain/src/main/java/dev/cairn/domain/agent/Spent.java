package dev.cairn.domain.agent;

/**
 * What some answers of models took together.
 *
 * @param costMicros in millionths of the money in which prices are given; what has no price costs nothing
 */
public record Spent(long tokens, long costMicros) {
    /** So many of them are one of the money. */
    public static final long MICROS = 1_000_000;

    public Spent plus(Spent other) {
        return new Spent(tokens + other.tokens, costMicros + other.costMicros);
    }
}
