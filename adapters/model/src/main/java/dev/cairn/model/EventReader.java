package dev.cairn.model;

import dev.cairn.domain.model.FailureKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads an answer's stream, event by event, until the last one (L2). */
final class EventReader {
    private static final String DATA = "data";

    private final Body body;
    private final Wire wire;
    private final AnswerInProgress answer;
    private final ModelLimits limits;
    private final Wire.Events events;

    EventReader(Body body, Wire wire, AnswerInProgress answer, ModelLimits limits) {
        this.body = body;
        this.wire = wire;
        this.answer = answer;
        this.limits = limits;
        this.events = wire.events(answer);
    }

    /** @throws ProviderFailure {@code truncated} when the stream ends before its last event, or whatever else went wrong */
    void read() throws ProviderFailure {
        boolean last = false;
        while (!last && !answer.full()) {
            String event = wire.byLines() ? line() : event();
            if (event == null) {
                throw new ProviderFailure(FailureKind.TRUNCATED, "The stream ended without its last event");
            }
            last = events.take(event);
        }
    }

    private @Nullable String line() throws ProviderFailure {
        String line = next();
        while (line != null && line.isBlank()) {
            line = next();
        }
        return line;
    }

    /** Answers the data of the next server-sent event. Names of events are in the data, too. */
    private @Nullable String event() throws ProviderFailure {
        StringBuilder data = new StringBuilder();
        boolean any = false;
        for (String line = next(); line != null; line = next()) {
            if (line.isEmpty()) {
                if (any) {
                    return data.toString();
                }
                continue;
            }
            String field = field(line);
            if (field.equals(DATA)) {
                if (data.length() + line.length() > limits.lineBytes()) {
                    throw new ProviderFailure(FailureKind.TOO_LARGE, "An event of the answer is too large");
                }
                data.append(any ? "\n" : "").append(value(line));
                any = true;
            }
        }
        return any ? data.toString() : null;
    }

    /** Answers the line's field, empty for a comment. */
    private static String field(String line) throws ProviderFailure {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        return switch (field) {
            case "", DATA, "event", "id", "retry" -> field;
            default -> throw Said.garbage();
        };
    }

    private static String value(String line) {
        int start = line.indexOf(':') + 1;
        if (start == 0) {
            return "";
        }
        return line.startsWith(" ", start) ? line.substring(start + 1) : line.substring(start);
    }

    private @Nullable String next() throws ProviderFailure {
        Duration silence = answer.begun() ? limits.idle() : limits.firstToken();
        return body.line(silence);
    }
}
