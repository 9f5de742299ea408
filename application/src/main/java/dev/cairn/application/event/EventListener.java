package dev.cairn.application.event;

import dev.cairn.application.event.Signal.Hello;
import dev.cairn.application.event.Signal.Resync;
import dev.cairn.domain.activity.Event;

/** Is told what happens, one thing after the other, on a thread of its own. */
@FunctionalInterface
public interface EventListener {
    void happened(Event event);

    /** First of all; another epoch than before means that the database was restored: what was read before is to be read anew. */
    default void hello(Hello hello) {}

    /** All that was has been told. */
    default void live() {}

    /** Events are missing: what was read before is to be read anew. */
    default void resync(Resync resync) {}

    /** Nothing comes any more: it was closed, or the caller may follow no longer. */
    default void ended() {}
}
