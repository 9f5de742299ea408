package dev.cairn.domain.ticket;

/** The kind of a ticket's work. */
public enum TicketType {
    TASK,
    BUG,
    FEATURE,
    IMPROVEMENT,
    STORY,
    EPIC
}
