package dev.cairn.domain.queue;

/** Why a claim came back empty; the first that holds (Q3). */
public enum NothingReason {
    PAUSED,
    AT_LIMIT,
    SCHEDULED,
    ALL_BLOCKED,
    EMPTY
}
