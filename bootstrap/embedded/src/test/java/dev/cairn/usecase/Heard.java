package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.event.EventListener;
import dev.cairn.application.event.Signal.Hello;
import dev.cairn.application.event.Signal.Resync;
import dev.cairn.domain.activity.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a listener was told, for a test that waits for it. */
final class Heard implements EventListener {
    /** On PostgreSQL a write of a class that runs side by side holds the log back for as long as a write may take. */
    private static final long PATIENCE_MILLIS = 100_000;

    private final List<Event> events = new ArrayList<>();
    private final List<Resync> resyncs = new ArrayList<>();
    private @Nullable Hello hello;
    private boolean live;
    private boolean ended;

    @Override
    public synchronized void happened(Event event) {
        events.add(event);
        notifyAll();
    }

    @Override
    public synchronized void hello(Hello said) {
        hello = said;
        notifyAll();
    }

    @Override
    public synchronized void live() {
        live = true;
        notifyAll();
    }

    @Override
    public synchronized void resync(Resync resync) {
        resyncs.add(resync);
        notifyAll();
    }

    @Override
    public synchronized void ended() {
        ended = true;
        notifyAll();
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized List<String> types() {
        return events.stream().map(Event::type).toList();
    }

    synchronized List<Resync> resyncs() {
        return List.copyOf(resyncs);
    }

    synchronized Hello hello() {
        if (hello == null) {
            throw new AssertionError("There was no hello");
        }
        return hello;
    }

    Heard untilLive() {
        until(_ -> live || ended);
        assertThat(live).as("was it ended?").isTrue();
        return this;
    }

    Heard untilEnded() {
        until(_ -> ended);
        return this;
    }

    Heard until(int count) {
        until(_ -> events.size() >= count);
        return this;
    }

    Heard until(Event last) {
        until(all -> all.contains(last));
        return this;
    }

    Heard untilType(String type) {
        until(all -> all.stream().anyMatch(event -> event.type().equals(type)));
        return this;
    }

    private synchronized void until(Predicate<List<Event>> holds) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        try {
            while (!holds.test(events)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("Only %d events were heard, the last of them %s"
                            .formatted(events.size(), events.isEmpty() ? "none" : events.getLast()));
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
