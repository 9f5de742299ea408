package dev.cairn.domain.ticket;

/** The urgency of work; stored as its rank, so that an index can sort by it (R7). */
public enum Priority {
    LOW(0),
    NORMAL(1),
    HIGH(2),
    URGENT(3);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** Answers the rank, from 0 for low to 3 for urgent. */
    public int rank() {
        return rank;
    }

    public static Priority ofRank(int rank) {
        return switch (rank) {
            case 0 -> LOW;
            case 1 -> NORMAL;
            case 2 -> HIGH;
            case 3 -> URGENT;
            default -> throw new IllegalArgumentException("No priority has rank " + rank);
        };
    }
}
