package dev.cairn.http.event;

import dev.cairn.application.event.EventStream;
import dev.cairn.application.event.Signal;
import dev.cairn.http.door.Demand;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The bytes of one client's stream, as many as the connection takes. The first are there at once, before the log is asked,
 * since the head goes with them, and only then is it noticed that a client has left (E4).
 */
final class EventBody implements EventFlow, Publisher<byte[]>, Subscription {
    /** The longest that one connection lasts (E2). */
    static final long LIFE_NANOS = TimeUnit.MINUTES.toNanos(30);
    /** The time between comments that keep the connection open. */
    static final long COMMENT_NANOS = TimeUnit.SECONDS.toNanos(15);
    /** Frames go together up to here. */
    private static final int PART_BYTES = 8_192;

    private final EventStream stream;
    private final EventFrames frames;
    private final Consumer<EventStream> begin;
    private final Consumer<EventBody> ended;
    private final long begun;
    private final Demand demand = new Demand();
    private volatile boolean done;
    private volatile boolean commentDue;
    private long commented;
    private boolean greeted;

    /**
     * @param begin what makes the stream begin, once the first bytes are on their way
     * @param ended what is told once it is over, however that came
     * @param now what the monotonic clock says
     */
    EventBody(
            EventStream stream, EventFrames frames, Consumer<EventStream> begin, Consumer<EventBody> ended, long now) {
        this.stream = stream;
        this.frames = frames;
        this.begin = begin;
        this.ended = ended;
        this.begun = now;
        this.commented = now;
    }

    @Override
    public void subscribe(Subscriber<? super byte[]> taking) {
        demand.subscribed(taking);
        taking.onSubscribe(this);
        stream.whenReady(this::drain);
    }

    @Override
    public void request(long n) {
        demand.add(n);
        drain();
    }

    /** Ends the stream when the client has left. */
    @Override
    public void cancel() {
        finish();
    }

    /** Sends a comment when one is due; ends the stream when its time is over, or when nobody subscribes to it. */
    void timePasses(long now) {
        if (now - begun >= LIFE_NANOS || (!demand.isSubscribed() && now - begun >= COMMENT_NANOS)) {
            close();
        } else if (now - commented >= COMMENT_NANOS) {
            commented = now;
            commentDue = true;
            drain();
        }
    }

    /** Ends it as a client expects it: with the last of its chunks. */
    void close() {
        stream.close();
        drain();
        if (!demand.isSubscribed()) {
            finish();
        }
    }

    private void drain() {
        demand.drain(this::send);
    }

    private void send(Subscriber<? super byte[]> taking) {
        if (!done && !greeted && demand.isOpen()) {
            greeted = true;
            demand.send(taking, EventFrames.FIRST);
            begin.accept(stream);
        }
        while (demand.isOpen() && !done) {
            byte[] part = next();
            if (part == null) {
                break;
            }
            demand.send(taking, part);
        }
        if (!done && greeted && stream.isOver()) {
            finish();
            taking.onComplete();
        }
    }

    private void finish() {
        done = true;
        stream.close();
        ended.accept(this);
    }

    private byte @Nullable [] next() {
        if (commentDue) {
            commentDue = false;
            return EventFrames.COMMENT;
        }
        Signal signal = stream.poll();
        return signal == null ? null : together(frames.of(signal));
    }

    private byte[] together(byte[] first) {
        Signal signal = stream.poll();
        if (signal == null) {
            return first;
        }
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(first);
        while (signal != null) {
            part.writeBytes(frames.of(signal));
            signal = part.size() < PART_BYTES ? stream.poll() : null;
        }
        return part.toByteArray();
    }
}
