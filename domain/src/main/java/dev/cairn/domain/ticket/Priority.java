package dev.cairn.domain.ticket;

/** How soon work should be done; stored as its rank, so that an index can sort by it (R7). */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** 0 for low to 3 for urgent. */
    public int rank() {
        return ordinal();
    }

    public static Priority ofRank(int rank) {
        return values()[rank];
    }
}
