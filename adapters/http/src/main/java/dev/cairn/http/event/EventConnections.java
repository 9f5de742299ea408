package dev.cairn.http.event;

import dev.cairn.application.event.EventService;
import dev.cairn.application.event.EventStream;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The streams that are open, and one thread that looks after their comments and their ends. */
@Singleton
final class EventConnections {
    private static final Logger LOG = System.getLogger(EventConnections.class.getName());
    private static final int LOOK_SECONDS = 1;

    private final EventService events;
    private final EventFrames frames;
    private final Set<EventBody> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cairn-event-streams").factory());

    EventConnections(EventService events, EventFrames frames) {
        this.events = events;
        this.frames = frames;
        var _ = timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    EventBody body(EventStream stream) {
        EventBody body = new EventBody(stream, frames, events::begin, open::remove, System.nanoTime());
        open.add(body);
        return body;
    }

    private void look() {
        long now = System.nanoTime();
        for (EventBody body : open) {
            try {
                body.timePasses(now);
            } catch (RuntimeException | Error e) { // The timer forgets a task that throws.
                LOG.log(Level.DEBUG, "A stream could not be written, and ends", e);
                body.cancel();
            }
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }
}
