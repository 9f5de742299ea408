package dev.cairn.application.queue;

import java.time.Duration;

/** The client of a waiting claim. */
@FunctionalInterface
public interface Waiting {
    /** A client that waits until there is work or the time is over. */
    Waiting PATIENTLY = () -> false;

    /** Whether the client has left; called often, on any thread. */
    boolean gone();

    /** Called on the waiting thread when the waiting begins and every few seconds, while there is no work. */
    default void stillWaits(Duration waited, Duration most) {}
}
