package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Messages on lines, one after the other, until the input ends (M7). */
public final class Pipe {
    private static final int LINE_MAX_BYTES = 10 * 1024 * 1024;
    private static final int AHEAD_MAX = 16;
    private static final byte[] TOO_LONG =
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"A message has at most %d bytes\"}}"
                    .formatted(LINE_MAX_BYTES)
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Protocol protocol;
    private final Work work;
    private final OutputStream out;

    public Pipe(Protocol protocol, Work work, OutputStream out) {
        this.protocol = protocol;
        this.work = work;
        this.out = out;
    }

    /**
     * Answers whatever comes, in the order in which it came. What came before the end of the input is still looked after, but
     * nothing waits any longer; answers that nobody takes end it, too.
     */
    public void run(InputStream in) throws IOException {
        BlockingQueue<Optional<Lines.Line>> came = new ArrayBlockingQueue<>(AHEAD_MAX);
        Thread.ofPlatform().name("cairn-mcp-reader").daemon().start(() -> read(new Lines(in, LINE_MAX_BYTES), came));
        try {
            for (Optional<Lines.Line> line = came.take(); line.isPresent(); line = came.take()) {
                write(answer(line.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ahead of what is worked on, so that the end is seen at once. An input that fails has ended. */
    private void read(Lines lines, BlockingQueue<Optional<Lines.Line>> came) {
        try {
            for (Lines.Line line = next(lines); line != null; line = next(lines)) {
                came.put(Optional.of(line));
            }
            work.hurry();
            came.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        JsonNode body = protocol.answer(line.bytes(), null, work).body();
        return body == null ? null : protocol.bytes(body);
    }

    private void write(byte @Nullable [] answer) throws IOException {
        if (answer != null) {
            out.write(answer);
            out.write('\n');
            out.flush();
        }
    }
}
