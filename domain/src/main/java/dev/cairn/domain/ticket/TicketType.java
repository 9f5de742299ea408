package dev.cairn.domain.ticket;

/** What kind of work a ticket is. */
public enum TicketType {
    TASK,
    BUG,
    FEATURE,
    IMPROVEMENT,
    STORY,
    EPIC
}
