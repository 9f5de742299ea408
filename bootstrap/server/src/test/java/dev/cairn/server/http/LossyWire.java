package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to a server that can lose an answer: the request arrives, and the connection breaks before its answer does. */
final class LossyWire implements AutoCloseable {
    private final ServerSocket entry;
    private final int port;
    private final AtomicInteger toLose = new AtomicInteger();

    private LossyWire(ServerSocket entry, int port) {
        this.entry = entry;
        this.port = port;
    }

    static LossyWire to(int port) throws IOException {
        LossyWire wire = new LossyWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + entry.getLocalPort());
    }

    void loseAnswers(int count) {
        toLose.set(count);
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.ofVirtual().start(() -> copy(near, far, false));
                Thread.ofVirtual().start(() -> copy(far, near, true));
            } catch (IOException e) {
                if (!entry.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void copy(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (answers && toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return;
                }
                out.write(answers ? Arrays.copyOf(buffer, count) : addressed(new String(buffer, 0, count, ISO_8859_1)));
            }
        } catch (IOException e) {
            // One end is closed, and so is the other.
        }
    }

    /** A server answers to its own port only. */
    private byte[] addressed(String request) {
        return request.replace("127.0.0.1:" + entry.getLocalPort(), "127.0.0.1:" + port)
                .getBytes(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }
}
