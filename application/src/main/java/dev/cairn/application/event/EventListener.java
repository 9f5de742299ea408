package dev.cairn.application.event;

import dev.cairn.application.event.Signal.Hello;
import dev.cairn.application.event.Signal.Resync;
import dev.cairn.domain.activity.Event;

/** Receives events, one after the other, on a thread of its own. */
@FunctionalInterface
public interface EventListener {
    void happened(Event event);

    /** Called first. Another epoch than before means that the database was restored, so that everything has to be read anew. */
    default void hello(Hello hello) {}

    /** Called once all past events were sent. */
    default void live() {}

    /** Called when events are missing, so that everything has to be read anew. */
    default void resync(Resync resync) {}

    /** Called last: the stream was closed, or the caller may follow no longer. */
    default void ended() {}
}
