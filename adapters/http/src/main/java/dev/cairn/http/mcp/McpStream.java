package dev.cairn.http.mcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cairn.http.door.Demand;
import dev.cairn.http.door.Presence;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The notifications for one client, and then the answer, as server-sent events. The stream begins with the first
 * notification; without one, the answer is no stream.
 */
final class McpStream implements McpFlow, Publisher<byte[]>, Subscription, Mcp.Listener {
    private static final byte[] BEFORE = "event: message\ndata: ".getBytes(US_ASCII);
    private static final byte[] AFTER = "\n\n".getBytes(US_ASCII);

    private final Presence client;
    private final boolean takesStreams;
    private final CompletableFuture<Mcp.@Nullable Reply> begun = new CompletableFuture<>();
    private final Queue<byte[]> frames = new ArrayDeque<>();
    private final Demand demand = new Demand();
    private volatile boolean complete;
    private volatile boolean done;

    /** @param takesStreams whether the client said so */
    McpStream(Presence client, boolean takesStreams) {
        this.client = client;
        this.takesStreams = takesStreams;
    }

    /** Waits for the answer, or for the first that is told before it: then it is null. */
    Mcp.@Nullable Reply answerOrBeginning() {
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    @Override
    public boolean gone() {
        return client.gone();
    }

    @Override
    public void tell(byte[] json) {
        if (takesStreams) {
            put(json);
            begun.complete(null);
        }
    }

    /** Answers: alone, or at the end of the stream when something was told before. */
    void answer(Mcp.Reply reply, byte[] json) {
        if (!begun.complete(reply)) {
            put(json);
            complete = true;
            drain();
        }
    }

    void fail(Throwable reason) {
        if (!begun.completeExceptionally(reason)) {
            complete = true;
            drain();
        }
    }

    private void put(byte[] json) {
        byte[] frame = new byte[BEFORE.length + json.length + AFTER.length];
        System.arraycopy(BEFORE, 0, frame, 0, BEFORE.length);
        System.arraycopy(json, 0, frame, BEFORE.length, json.length);
        System.arraycopy(AFTER, 0, frame, BEFORE.length + json.length, AFTER.length);
        synchronized (frames) {
            frames.add(frame);
        }
        drain();
    }

    @Override
    public void subscribe(Subscriber<? super byte[]> taking) {
        demand.subscribed(taking);
        taking.onSubscribe(this);
        drain();
    }

    @Override
    public void request(long n) {
        demand.add(n);
        drain();
    }

    @Override
    public void cancel() {
        done = true;
    }

    private void drain() {
        demand.drain(this::send);
    }

    private void send(Subscriber<? super byte[]> taking) {
        if (done) {
            return;
        }
        boolean last = complete; // Asked first: what is put before it is sent before the end.
        byte[] frame = demand.isOpen() ? next() : null;
        while (frame != null) {
            demand.send(taking, frame);
            frame = demand.isOpen() ? next() : null;
        }
        if (last && isEmpty()) {
            done = true;
            taking.onComplete();
        }
    }

    private byte @Nullable [] next() {
        synchronized (frames) {
            return frames.poll();
        }
    }

    private boolean isEmpty() {
        synchronized (frames) {
            return frames.isEmpty();
        }
    }
}
