package dev.cairn.domain.agent;

/**
 * The total usage of some answers of models.
 *
 * @param costMicros in millionths of the currency of the prices; answers without a price count as 0
 */
public record Spent(long tokens, long costMicros) {
    /** The number of millionths in one unit of the currency. */
    public static final long MICROS = 1_000_000;

    public Spent plus(Spent other) {
        return new Spent(tokens + other.tokens, costMicros + other.costMicros);
    }
}
