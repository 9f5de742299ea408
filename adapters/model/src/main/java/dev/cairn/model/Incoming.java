package dev.cairn.model;

import dev.cairn.domain.model.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/** The bytes that come from a provider, in the time that it has for them. */
final class Incoming {
    private static final int BUFFER_BYTES = 8 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final Exchange exchange;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;

    Incoming(Socket socket, Exchange exchange) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.exchange = exchange;
    }

    /** Answers the next byte; −1 when the provider closed the connection in order. */
    int read(Duration silence) throws ProviderFailure {
        if (next == end) {
            try {
                socket.setSoTimeout(exchange.patience(silence));
                end = in.read(buffer);
                next = 0;
            } catch (IOException e) {
                throw exchange.failed(e, FailureKind.TRUNCATED, "The connection broke before the answer was whole");
            }
            if (end < 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[next++] & 0xff;
    }
}
