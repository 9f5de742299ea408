package dev.cairn.benchmarks.http;

import dev.cairn.benchmarks.http.Workload.Request;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A keep-alive connection with one request under way at a time; of an answer it keeps only the status. */
final class Exchange {
    private static final int HEAD_MAX_BYTES = 64 * 1024;
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocate(HEAD_MAX_BYTES);
    private ByteBuffer out = ByteBuffer.allocate(0);
    /** What is left of the body; -1 while the head is read. */
    private long bodyLeft;

    private String kind = "";
    private long intendedNanos;
    private int status;

    Exchange(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(Request request, long intended) throws IOException {
        kind = request.kind();
        intendedNanos = intended;
        out = request.bytes();
        in.clear();
        bodyLeft = -1;
        write();
    }

    /** Goes on with what the selector says; answers whether the response is complete. */
    boolean proceed() throws IOException {
        if (out.hasRemaining()) {
            write();
        }
        return key.isReadable() && read();
    }

    String kind() {
        return kind;
    }

    int status() {
        return status;
    }

    long intendedNanos() {
        return intendedNanos;
    }

    void close() throws IOException {
        channel.close();
    }

    private void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private boolean read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("The server closed the connection");
        }
        if (bodyLeft < 0 && !head()) {
            return false;
        }
        bodyLeft -= in.position();
        in.clear();
        return bodyLeft <= 0;
    }

    /** Once the head is there: takes the status and the length, and leaves in the buffer the bytes of the body. */
    private boolean head() throws IOException {
        int end = endOfHead();
        if (end < 0) {
            return false;
        }
        String head = new String(in.array(), 0, end, StandardCharsets.US_ASCII);
        status = Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + 3));
        int length = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
        if (length < 0) {
            throw new IOException("No Content-Length in " + head);
        }
        int from = length + "content-length:".length();
        bodyLeft = Long.parseLong(head.substring(from, head.indexOf('\r', from)).strip());
        in.flip().position(end);
        in.compact();
        return true;
    }

    private int endOfHead() {
        byte[] bytes = in.array();
        for (int i = 3; i < in.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }
}
