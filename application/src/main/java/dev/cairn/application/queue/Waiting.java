package dev.cairn.application.queue;

import java.time.Duration;

/** Whoever waits for work. */
@FunctionalInterface
public interface Waiting {
    /** Waits in any case until there is work, or the time is over. */
    Waiting PATIENTLY = () -> false;

    /** Whether nobody waits for the answer any more; asked often, on any thread. */
    boolean gone();

    /** There is nothing yet; told when the waiting begins and every few seconds, on the thread that waits. */
    default void stillWaits(Duration waited, Duration most) {}
}
