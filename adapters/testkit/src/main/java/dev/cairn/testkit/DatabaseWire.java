package dev.cairn.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire between a program and its database, which can be cut, or go dumb: then nothing arrives, and nobody is told. */
public final class DatabaseWire implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final int BUFFER_BYTES = 16_384;

    private final int target;
    private final int port;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket entry;
    private volatile boolean dumb;
    private volatile boolean cutsAtCommit;

    private DatabaseWire(int target) throws IOException {
        this.target = target;
        this.entry = listening(0);
        this.port = entry.getLocalPort();
    }

    /** @param target the port of the database, on this machine */
    public static DatabaseWire to(int target) throws IOException {
        DatabaseWire wire = new DatabaseWire(target);
        wire.serve();
        return wire;
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    }

    private void serve() {
        ServerSocket served = entry;
        Thread.ofVirtual().start(() -> accept(served));
    }

    public int port() {
        return port;
    }

    /** Where it leads. */
    public int target() {
        return target;
    }

    /** By which ports the database knows its connections. */
    public List<Integer> ports() {
        return links.stream().map(link -> link.far.getLocalPort()).toList();
    }

    /** Breaks the connections that are there; new ones are served. */
    public void cutAll() {
        links.forEach(Link::close);
    }

    /** Breaks all connections, and refuses new ones until {@link #mend}. */
    public void cut() throws IOException {
        entry.close();
        cutAll();
    }

    /** From now on a COMMIT reaches the database, and its answer reaches nobody. */
    public void cutAtCommit(boolean cuts) {
        cutsAtCommit = cuts;
    }

    /** Swallows what comes on the connections that are there, for ever, and on those to come until {@link #mend}. */
    public void hang() {
        dumb = true;
        links.forEach(link -> link.dumb = true);
    }

    /** Serves new connections. */
    public void mend() throws IOException {
        dumb = false;
        if (entry.isClosed()) {
            entry = listening(port);
            serve();
        }
    }

    private void accept(ServerSocket served) {
        while (!served.isClosed()) {
            try {
                connect(served, served.accept());
            } catch (IOException closed) {
                // The test is over, or the database away: who has come is told by the end of the connection.
            }
        }
    }

    private void connect(ServerSocket served, Socket near) throws IOException {
        try {
            Link link = new Link(near, new Socket(InetAddress.getLoopbackAddress(), target), dumb);
            links.add(link);
            if (served.isClosed()) {
                link.close();
            }
            Thread.ofVirtual().start(() -> forward(link, link.near, link.far, true));
            Thread.ofVirtual().start(() -> forward(link, link.far, link.near, false));
        } catch (IOException away) {
            near.close();
            throw away;
        }
    }

    private static final class Link {
        private final Socket near;
        private final Socket far;
        private final AtomicInteger ends = new AtomicInteger();
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

    /**
     * What one end does the other learns, unless the wire is dumb; what was sent before still arrives.
     *
     * @param asking whether the program speaks, and not the database
     */
    private void forward(Link link, Socket from, Socket to, boolean asking) {
        boolean whole = true;
        try {
            copy(link, from, to, asking);
        } catch (IOException e) {
            whole = false; // One end is closed, and so will be the other.
        }
        if (!link.dumb) {
            if (link.ends.incrementAndGet() == 2 || !(whole && endOutput(to))) {
                links.remove(link);
                link.close();
            }
        }
    }

    private void copy(Link link, Socket from, Socket to, boolean asking) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            boolean last = cutsAtCommit
                    && asking
                    && new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains("COMMIT");
            if (last) {
                link.near.close();
            }
            if (!link.dumb) {
                out.write(buffer, 0, count);
            }
            if (last) {
                return;
            }
        }
    }

    private static boolean endOutput(Socket socket) {
        try {
            socket.shutdownOutput();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cutAll();
    }
}
