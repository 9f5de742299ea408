package dev.cairn.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events, one at a time, as they come. Where a connection ends too early, or says nothing any more, another one goes on behind
 * the last event, so that none is missing or told twice. Whoever follows closes it; so does another thread, for one that waits.
 */
public final class EventStream implements Iterator<EventStream.Event>, AutoCloseable {
    private static final Duration AWAY_MAX = Duration.ofMinutes(1);
    /** The events that end a run's stream. */
    private static final Set<String> LAST = Set.of("done", "failed");

    /** @param id what it can be gone on behind; empty where there is nothing to go on behind */
    public record Event(String id, String name, JsonNode data) {}

    private final Transport transport;
    private final Operation operation;
    private final String target;
    private final boolean placed;
    private volatile @Nullable InputStream connection;
    private volatile boolean closed;
    private BufferedReader lines;
    private Duration awayMax = AWAY_MAX;
    private int failures;
    private long heardNanos;
    private @Nullable String lastId;
    private @Nullable Event next;
    private boolean over;

    /** @param placed whether it begins where the caller said; else it begins with what comes next */
    EventStream(Transport transport, Operation operation, String target, @Nullable String lastEventId, boolean placed) {
        this.transport = transport;
        this.operation = operation;
        this.target = target;
        this.lastId = lastEventId;
        this.placed = placed;
        this.lines = connected();
    }

    /** Sets how long the server may be away before waiting for the next event fails; one minute by default. */
    public EventStream awayAtMost(Duration time) {
        awayMax = time;
        return this;
    }

    /**
     * @throws ProblemException when it is refused to go on
     * @throws UnreachableException when the server does not come back
     */
    @Override
    public boolean hasNext() {
        heardNanos = System.nanoTime();
        while (next == null
                && !over
                && !closed
                && !transport.closed
                && !Thread.currentThread().isInterrupted()) {
            next = read();
        }
        return next != null;
    }

    @Override
    public Event next() {
        Event event = hasNext() ? next : null;
        next = null;
        if (event == null) {
            throw new NoSuchElementException();
        }
        return event;
    }

    @Override
    public void close() {
        closed = true;
        disconnect();
    }

    private BufferedReader connected() {
        InputStream answer = transport.send(operation, target, null, null, null, lastId);
        connection = answer;
        if (closed) {
            disconnect();
        }
        return new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
    }

    private @Nullable Event read() {
        RuntimeException away;
        try {
            lines = connection == null ? connected() : lines;
            Event event = frame();
            if (event != null) {
                lastId = behind(event);
                over = LAST.contains(event.name());
                failures = 0;
                return event;
            }
            away = transport.lost(new EOFException("it ends each connection"));
        } catch (IOException e) {
            away = transport.lost(e);
        } catch (UnreachableException e) {
            away = e;
        } catch (ProblemException e) {
            if (!e.mayPass()) {
                throw e;
            }
            away = e;
        }
        disconnect();
        if (!closed && !transport.closed && System.nanoTime() - heardNanos > awayMax.toNanos()) {
            throw away;
        }
        if (!closed && !transport.closed) {
            Transport.restBehind(++failures);
        }
        return null;
    }

    /** Returns the id to resume behind; a frame without one may carry the log's position in {@code newest}. */
    private @Nullable String behind(Event event) {
        if (!event.id().isEmpty()) {
            return event.id();
        }
        JsonNode newest = event.data().path("newest");
        boolean moves = event.name().equals("resync") || (lastId == null && !placed);
        return moves && newest.isNumber() ? newest.asText() : lastId;
    }

    /** The next whole event; null at the end of the connection. */
    private @Nullable Event frame() throws IOException {
        String id = "";
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heardNanos = System.nanoTime();
            if (line.isEmpty() && !data.isEmpty()) {
                return new Event(id, name, Json.MAPPER.readTree(data.toString()));
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
            switch (field) {
                case "id" -> id = value;
                case "event" -> name = value;
                case "data" -> data.append(value);
                default -> {} // A comment, or how long to wait.
            }
        }
        return null;
    }

    private void disconnect() {
        InputStream open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Closing failed; the connection is discarded anyway.
            }
        }
    }
}
