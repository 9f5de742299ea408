package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Messages on lines, one after the other, until the input ends (M7). */
public final class Pipe {
    private static final int LINE_MAX_BYTES = 10 * 1024 * 1024;
    /** Of the lines that wait for their turn; an input with more of them waits, too. */
    private static final int AHEAD_MAX_BYTES = 4 * LINE_MAX_BYTES;

    private static final int LINE_OWN_BYTES = 64;
    /** A line with this in it may give up what is worked on, so it is looked at before its turn comes. */
    private static final byte[] CANCELLED = "notifications/cancelled".getBytes(StandardCharsets.US_ASCII);

    /** A line with this in it may ask whether anybody is here, which what is worked on does not keep waiting. */
    private static final byte[] PING = "\"ping\"".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] TOO_LONG =
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"A message has at most %d bytes\"}}"
                    .formatted(LINE_MAX_BYTES)
                    .getBytes(StandardCharsets.US_ASCII);

    private final Protocol protocol;
    private final Work work;
    private final OutputStream out;
    private final OtherEnd client = new OtherEnd();
    private final Semaphore room = new Semaphore(AHEAD_MAX_BYTES);

    public Pipe(Protocol protocol, Work work, OutputStream out) {
        this.protocol = protocol;
        this.work = work;
        this.out = out;
    }

    /**
     * Answers whatever comes, in the order in which it came, but a ping at once. What came before the end of the input is still looked after, but
     * nothing waits any longer; answers that nobody takes end it, too.
     */
    public void run(InputStream in) throws IOException {
        BlockingQueue<Optional<Lines.Line>> came = new LinkedBlockingQueue<>();
        Thread.ofPlatform().name("cairn-mcp-reader").daemon().start(() -> read(new Lines(in, LINE_MAX_BYTES), came));
        try {
            for (Optional<Lines.Line> line = came.take(); line.isPresent(); line = came.take()) {
                room.release(weight(line.get()));
                write(answer(line.get()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads ahead of the running request, so that the end and cancellations are seen at once. An input that fails has ended. */
    private void read(Lines lines, BlockingQueue<Optional<Lines.Line>> came) {
        try {
            for (Lines.Line line = next(lines); line != null; line = next(lines)) {
                if (!line.cut() && line.contains(CANCELLED)) {
                    protocol.cancelled(line.bytes()).ifPresent(client::giveUp);
                }
                if (!client.works() || !line.contains(PING) || !answeredAtOnce(line)) {
                    room.acquire(weight(line));
                    came.put(Optional.of(line));
                }
            }
            client.leave();
            came.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int weight(Lines.Line line) {
        return line.bytes().length + LINE_OWN_BYTES;
    }

    private boolean answeredAtOnce(Lines.Line line) {
        if (line.cut() || !protocol.isPing(line.bytes())) {
            return false;
        }
        try {
            write(answer(line));
            return true;
        } catch (IOException e) {
            return false; // Whoever works on the lines finds it out, too, and ends.
        }
    }

    private static Lines.@Nullable Line next(Lines lines) {
        try {
            return lines.read();
        } catch (IOException e) {
            return null;
        }
    }

    private byte @Nullable [] answer(Lines.Line line) {
        if (line.cut() || line.isBlank()) {
            return line.cut() ? TOO_LONG : null;
        }
        JsonNode body = protocol.answer(line.bytes(), null, work, client).body();
        return body == null || client.wantsNoAnswer(body) ? null : protocol.bytes(body);
    }

    private synchronized void write(byte @Nullable [] answer) throws IOException {
        if (answer != null) {
            out.write(answer);
            out.write('\n');
            out.flush();
        }
    }

    /** The client at the other end, whose requests are answered one at a time. */
    private final class OtherEnd implements Client {
        private static final int GIVEN_UP_MAX = 100;

        private final SequencedSet<JsonNode> givenUp = new LinkedHashSet<>();
        private @Nullable Call current;
        private @Nullable JsonNode taken;
        private boolean left;

        /** Cancels a request, which may be running or waiting for its turn. */
        void giveUp(JsonNode id) {
            Call call;
            synchronized (this) {
                if (id.equals(taken)) {
                    return;
                }
                if (givenUp.size() >= GIVEN_UP_MAX) {
                    givenUp.removeFirst();
                }
                givenUp.add(id);
                call = current != null && current.id().equals(id) ? current : null;
            }
            if (call != null) {
                call.cancel();
            }
        }

        void leave() {
            Call call;
            synchronized (this) {
                left = true;
                call = current;
            }
            if (call != null) {
                call.leave();
            }
        }

        synchronized boolean works() {
            return current != null;
        }

        synchronized boolean wantsNoAnswer(JsonNode answer) {
            return givenUp.remove(answer.path("id")) && !answer.path("id").equals(taken);
        }

        @Override
        public void tell(ObjectNode notification) {
            try {
                write(protocol.bytes(notification));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean begins(Call call) {
            boolean over;
            synchronized (this) {
                current = call;
                over = left;
                if (givenUp.contains(call.id())) {
                    return false;
                }
            }
            if (over) {
                call.leave();
            }
            return true;
        }

        @Override
        public synchronized void ends(Call call) {
            current = null;
            taken = call.isTaken() ? call.id() : taken;
        }
    }
}
