package dev.cairn.http.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.application.event.Signal;
import dev.cairn.application.event.Signal.Happened;
import dev.cairn.application.event.Signal.Hello;
import dev.cairn.application.event.Signal.Live;
import dev.cairn.application.event.Signal.Resync;
import dev.cairn.domain.activity.Event;
import dev.cairn.json.StrictJson;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Writes the frames of an event stream as bytes, as nothing else does (E5). What happened has its number as id; frames of control have
 * none, so that a client goes on from the last thing that happened (E2). All who are told of the same event share its bytes.
 */
@Singleton
final class EventFrames {
    /** The time after which a browser reconnects. */
    private static final int RETRY_MILLIS = 3_000;

    /** The first bytes of every stream (E4). */
    static final byte[] FIRST = "retry: %d\n\n".formatted(RETRY_MILLIS).getBytes(UTF_8);
    /** Says that the connection still stands. */
    static final byte[] COMMENT = ":\n\n".getBytes(UTF_8);

    private static final byte[] LIVE = ": live\n\n".getBytes(UTF_8);
    private static final int KEPT = 512;
    private static final int MIXED_BITS = 12;

    private final StrictJson json;
    private final AtomicReferenceArray<@Nullable Written> written = new AtomicReferenceArray<>(KEPT);

    /** An event and its frame. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and sent as it is
    private record Written(Event event, byte[] frame) {}

    EventFrames(StrictJson json) {
        this.json = json;
    }

    byte[] of(Signal signal) {
        return switch (signal) {
            case Hello hello -> frame(null, "hello", json.write(hello));
            case Resync resync -> frame(null, "resync", json.write(resync));
            case Happened(Event event) -> of(event);
            case Live _ -> LIVE;
        };
    }

    private byte[] of(Event event) {
        long mixed = event.seq() ^ event.seq() >>> MIXED_BITS; // PostgreSQL's numbers mostly end in zeros (ADR 22).
        int place = (int) (mixed & (KEPT - 1));
        Written known = written.get(place);
        if (known != null && known.event().equals(event)) {
            return known.frame();
        }
        byte[] frame = frame(event.seq(), event.type(), json.write(event));
        written.set(place, new Written(event, frame));
        return frame;
    }

    private static byte[] frame(@Nullable Long id, String event, byte[] data) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        if (id != null) {
            frame.writeBytes("id: %d\n".formatted(id).getBytes(UTF_8));
        }
        frame.writeBytes("event: %s\ndata: ".formatted(event).getBytes(UTF_8));
        frame.writeBytes(data);
        frame.writeBytes("\n\n".getBytes(UTF_8));
        return frame.toByteArray();
    }
}
