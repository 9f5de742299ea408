package dev.cairn.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Messages on lines, one after the other, until the input ends (M7). */
public final class Pipe {
    private static final int LINE_MAX_BYTES = 10 * 1024 * 1024;
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

    /** Answers whatever comes, in the order in which it came; answers that nobody takes any more end it, too. */
    public void run(InputStream in) throws IOException {
        Lines lines = new Lines(in, LINE_MAX_BYTES);
        for (Lines.Line line = lines.read(); line != null; line = lines.read()) {
            if (line.cut()) {
                write(TOO_LONG);
            } else if (!line.isBlank()) {
                write(answer(line.bytes()));
            }
        }
    }

    private byte @Nullable [] answer(byte[] message) {
        JsonNode body = protocol.answer(message, null, work).body();
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
