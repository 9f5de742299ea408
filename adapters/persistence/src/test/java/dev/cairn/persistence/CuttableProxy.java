package dev.cairn.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Stands between a program and its database, and cuts their connections when it is told to. */
final class CuttableProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 16_384;
    private static final int BACKLOG = 50;

    private final int target;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile @Nullable ServerSocket server;
    private volatile boolean cutsAtCommit;

    CuttableProxy(int target) throws IOException {
        this.target = target;
        ServerSocket first = listen(0);
        this.port = first.getLocalPort();
    }

    int port() {
        return port;
    }

    /** From now on a COMMIT reaches the database, and its answer reaches nobody. */
    void cutAtCommit(boolean cuts) {
        cutsAtCommit = cuts;
    }

    void goAway() throws IOException {
        ServerSocket listening = server;
        if (listening != null) {
            listening.close();
        }
        cutAll();
    }

    void comeBack() throws IOException {
        listen(port);
    }

    void cutAll() {
        open.forEach(CuttableProxy::cut);
        open.clear();
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket listening = new ServerSocket(at, BACKLOG, InetAddress.getLoopbackAddress());
        server = listening;
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    serve(listening.accept());
                } catch (IOException e) {
                    break;
                }
            }
        });
        return listening;
    }

    private void serve(Socket client) throws IOException {
        Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(database);
        if (server == null || server.isClosed()) {
            cutAll();
        }
        Thread.ofVirtual().start(() -> forward(client, database, true));
        Thread.ofVirtual().start(() -> forward(database, client, false));
    }

    private void forward(Socket from, Socket to, boolean asked) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                boolean cuts = asked
                        && cutsAtCommit
                        && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT");
                if (cuts) {
                    cut(from);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            cut(from);
        } finally {
            cutOutput(to);
        }
    }

    /** What was sent still arrives. */
    private static void cutOutput(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            cut(socket);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        goAway();
    }
}
