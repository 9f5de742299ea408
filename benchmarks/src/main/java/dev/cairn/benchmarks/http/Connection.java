package dev.cairn.benchmarks.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A keep-alive connection with one request at a time. */
final class Connection {
    private static final byte[] HEADER_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final String LENGTH = "content-length:";

    private final SocketChannel channel;
    private ByteBuffer input = ByteBuffer.allocate(16 << 10);
    private int expected = -1;
    private long intendedAt;

    Connection(SocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** @param intended when the request should have been sent, by {@link System#nanoTime} */
    void send(ByteBuffer request, long intended) throws IOException {
        intendedAt = intended;
        expected = -1;
        input.clear();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    long intendedAt() {
        return intendedAt;
    }

    /** @return the status once the answer is complete, otherwise 0 */
    int receive() throws IOException {
        if (channel.read(input) < 0) {
            throw new EOFException("The server closed the connection");
        }
        if (expected < 0) {
            measure();
        }
        if (expected < 0 || input.position() < expected) {
            if (!input.hasRemaining()) {
                input = ByteBuffer.allocate(Math.max(input.capacity() * 2, expected))
                        .put(input.flip());
            }
            return 0;
        }
        byte[] bytes = input.array();
        return (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + (bytes[STATUS_AT + 2] - '0');
    }

    /** Finds the end of the headers and the length of the body. */
    private void measure() {
        byte[] bytes = input.array();
        for (int i = 0; i + HEADER_END.length <= input.position(); i++) {
            if (Arrays.equals(bytes, i, i + HEADER_END.length, HEADER_END, 0, HEADER_END.length)) {
                String headers = new String(bytes, 0, i, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                int length = headers.indexOf(LENGTH);
                int end = headers.indexOf('\r', length);
                expected = i
                        + HEADER_END.length
                        + (length < 0
                                ? 0
                                : Integer.parseInt(
                                        headers.substring(length + LENGTH.length(), end < 0 ? headers.length() : end)
                                                .strip()));
                return;
            }
        }
    }

    void close() throws IOException {
        channel.close();
    }
}
