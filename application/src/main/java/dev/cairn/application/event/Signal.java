package dev.cairn.application.event;

import dev.cairn.domain.activity.Event;

/** A message to a follower, in this order: hello, past events, live, new events; a resync may come between them. */
public sealed interface Signal {
    /**
     * The first signal.
     *
     * @param epoch another one than before means another log: the database was restored, and all is to be read anew (E8)
     * @param newest the number from which on events are live
     */
    record Hello(String epoch, long newest) implements Signal {}

    /** An event happened. */
    record Happened(Event event) implements Signal {}

    /** All past events were sent; new ones follow as they happen. */
    record Live() implements Signal {}

    /**
     * Events are missing: the follower reads their things anew. Signals that follow are of events after {@code newest}.
     *
     * @param newest the number up to which events may be missing
     */
    record Resync(Reason reason, long newest) implements Signal {}

    /** The reason why events are missing. */
    enum Reason {
        /** The follower's number is older than the log's first entry. */
        TOO_OLD,
        /** The follower's number is greater than any in the log, so it is from another log. */
        TOO_NEW,
        /** The follower did not take its signals in time. */
        TOO_SLOW
    }
}
