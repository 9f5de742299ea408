package dev.cairn.application.event;

import dev.cairn.domain.activity.Event;

/** What a follower is told, in this order: a greeting, what was, that it is live, what happens; and between them that some is missing. */
public sealed interface Signal {
    /**
     * The first.
     *
     * @param epoch another one than before means another log: the database was restored, and all is to be read anew (E8)
     * @param newest the number from which on events are live
     */
    record Hello(String epoch, long newest) implements Signal {}

    /** Something happened. */
    record Happened(Event event) implements Signal {}

    /** All that was has been told; from here on it is told what happens. */
    record Live() implements Signal {}

    /**
     * Events are missing: what they are about is to be read anew. What follows happened after {@code newest}.
     *
     * @param newest the number up to which events may be missing
     */
    record Resync(Reason reason, long newest) implements Signal {}

    /** Why events are missing. */
    enum Reason {
        /** The number is older than what the log keeps. */
        TOO_OLD,
        /** The number is greater than any in the log: it is of another one. */
        TOO_NEW,
        /** The follower did not take them in time. */
        TOO_SLOW
    }
}
