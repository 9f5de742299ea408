package dev.cairn.server.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire between a server and its database, which can be cut, or go dumb: then nothing arrives, and nobody is told. */
final class DatabaseWire implements AutoCloseable {
    private final ServerSocket entry;
    private final int port;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    private volatile boolean dumb;

    private DatabaseWire(ServerSocket entry, int port) {
        this.entry = entry;
        this.port = port;
    }

    static DatabaseWire to(int port) throws IOException {
        DatabaseWire wire = new DatabaseWire(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    int port() {
        return entry.getLocalPort();
    }

    /** Where it leads. */
    int target() {
        return port;
    }

    /** By which ports the database knows its connections. */
    List<Integer> ports() {
        return links.stream().map(link -> link.far.getLocalPort()).toList();
    }

    /** Breaks all connections, and those to come until {@link #mend}. */
    void cut() {
        refusing = true;
        links.forEach(Link::close);
    }

    /** Swallows what comes on the connections that are there, for ever, and on those to come until {@link #mend}. */
    void hang() {
        dumb = true;
        links.forEach(link -> link.dumb = true);
    }

    /** Serves new connections. */
    void mend() {
        refusing = false;
        dumb = false;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                if (refusing) {
                    near.close();
                } else {
                    connect(near);
                }
            } catch (IOException closed) {
                // The test is over, or the database away: who has come is told by the end of the connection.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        try {
            Link link = new Link(near, new Socket(InetAddress.getLoopbackAddress(), port), dumb);
            links.add(link);
            Thread.ofVirtual().start(() -> copy(link, link.near, link.far));
            Thread.ofVirtual().start(() -> copy(link, link.far, link.near));
        } catch (IOException away) {
            near.close();
            throw away;
        }
    }

    private static final class Link {
        private final Socket near;
        private final Socket far;
        private volatile boolean dumb;

        Link(Socket near, Socket far, boolean dumb) {
            this.near = near;
            this.far = far;
            this.dumb = dumb;
        }

        void close() {
            try (near;
                    far) {
                // Both ends are told.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What one end does the other learns, unless the wire is dumb. */
    private void copy(Link link, Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16_384];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!link.dumb) {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            // One end is closed, and so will be the other.
        }
        if (!link.dumb) {
            links.remove(link);
            link.close();
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        links.forEach(Link::close);
    }
}
