package dev.cairn.benchmarks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** Connections that follow events; some of them never read. One thread reads all others. */
final class Followers implements AutoCloseable {
    private static final int UNREAD_BYTES = 4_096;
    private static final byte[] EVENT = "\nid: ".getBytes(ISO_8859_1);

    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final AtomicLongArray events;
    private final int[] matched;
    private final Thread reader;

    Followers(InetSocketAddress address, List<String> tokens, int silent) throws IOException {
        int readers = tokens.size() - silent;
        this.events = new AtomicLongArray(readers);
        this.matched = new int[readers];
        for (int i = 0; i < tokens.size(); i++) {
            SocketChannel channel = SocketChannel.open();
            if (i >= readers) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, UNREAD_BYTES);
            }
            channel.connect(address);
            channel.write(ByteBuffer.wrap(
                    "GET /api/v1/events HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(address.getPort(), tokens.get(i))
                            .getBytes(ISO_8859_1)));
            channels.add(channel);
            if (i < readers) {
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, i);
            }
        }
        this.reader = Thread.ofPlatform().daemon().name("followers").start(this::read);
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
        try {
            while (selector.isOpen()) {
                selector.select(key -> take(key, buffer));
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            return; // It is over.
        }
    }

    private void take(SelectionKey key, ByteBuffer buffer) {
        int follower = (int) key.attachment();
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                key.cancel();
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                count(follower, buffer.get());
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    private void count(int follower, byte next) {
        int known = matched[follower];
        matched[follower] = next == EVENT[known] ? known + 1 : next == EVENT[0] ? 1 : 0;
        if (matched[follower] == EVENT.length) {
            matched[follower] = 0;
            events.incrementAndGet(follower);
        }
    }

    /** The fewest and the most events that one of those who read has seen. */
    long[] seen() {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < events.length(); i++) {
            least = Math.min(least, events.get(i));
            most = Math.max(most, events.get(i));
        }
        return new long[] {least, most};
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (SocketChannel channel : channels) {
            channel.close();
        }
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
