package dev.cairn.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events, one at a time, as they come. Where a connection ends too early another one goes on behind the last event, so that
 * none is missing or told twice. Whoever follows closes it; so does another thread, for one that waits.
 */
public final class EventStream implements Iterator<EventStream.Event>, AutoCloseable {
    private static final long PAUSE_MILLIS = 500;
    /** Behind these nothing comes: a run has ended. */
    private static final Set<String> LAST = Set.of("done", "failed");

    private static final int FAILURES = 500;

    /** @param id what it can be gone on behind; empty where there is nothing to go on behind */
    public record Event(String id, String name, JsonNode data) {}

    private final Function<@Nullable String, InputStream> opened;
    private final boolean placed;
    private volatile @Nullable BufferedReader lines;
    private volatile boolean closed;
    private @Nullable String lastId;
    private @Nullable Event next;
    private boolean over;

    /** @param placed whether it begins where the caller said; else it begins with what comes next */
    EventStream(Function<@Nullable String, InputStream> opened, boolean placed) {
        this.opened = opened;
        this.placed = placed;
        this.lines = reader();
    }

    /** @throws ProblemException when it is refused to go on */
    @Override
    public boolean hasNext() {
        while (next == null && !over && !closed && !Thread.currentThread().isInterrupted()) {
            next = read();
        }
        return next != null;
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Event event = next;
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

    private BufferedReader reader() {
        return new BufferedReader(new InputStreamReader(opened.apply(lastId), StandardCharsets.UTF_8));
    }

    private @Nullable Event read() {
        try {
            BufferedReader open = lines;
            if (open == null) {
                open = reader();
                lines = open;
            }
            Event event = frame(open);
            if (event != null) {
                lastId = behind(event);
                over = LAST.contains(event.name());
                return event;
            }
        } catch (IOException | UnreachableException e) {
            // It comes back, and goes on.
        } catch (ProblemException e) {
            if (e.status() < FAILURES) {
                throw e;
            }
        }
        disconnect();
        if (!closed) {
            Transport.rest(PAUSE_MILLIS);
        }
        return null;
    }

    /** What to go on behind: a frame without a number may say where the log stands. */
    private @Nullable String behind(Event event) {
        if (!event.id().isEmpty()) {
            return event.id();
        }
        JsonNode newest = event.data().path("newest");
        boolean moves = event.name().equals("resync") || (lastId == null && !placed);
        return moves && newest.isNumber() ? newest.asText() : lastId;
    }

    /** The next whole event; null at the end of the connection. */
    private static @Nullable Event frame(BufferedReader open) throws IOException {
        String id = "";
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (String line = open.readLine(); line != null; line = open.readLine()) {
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
        BufferedReader open = lines;
        lines = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is of no use any more.
            }
        }
    }
}
