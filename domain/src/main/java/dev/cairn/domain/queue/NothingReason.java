package dev.cairn.domain.queue;

/** The reason why a claim found nothing: the first one that applies (Q3). */
public enum NothingReason {
    PAUSED,
    AT_LIMIT,
    SCHEDULED,
    ALL_BLOCKED,
    EMPTY
}
