package dev.cairn.model;

import dev.cairn.domain.model.AddressRules;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.FailureKind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One request to a provider and its answer, by HTTP/1.1 on a connection of its own, on the caller's thread. The host is
 * looked up once, and all of its addresses must be allowed; there are no redirects, proxies, cookies, compression or
 * repetition. Any thread may abort it at any time.
 */
final class Exchange implements AutoCloseable {
    /** A host has more addresses than are worth trying. */
    private static final int ADDRESSES_MAX = 4;

    private final BaseUrl url;
    private final AddressRules rules;
    private final ModelLimits limits;
    private final Resolver resolver;
    private final long deadline;
    private final Future<?> end;

    private final Object lock = new Object();
    private @Nullable Socket open;
    private boolean aborted;
    private volatile boolean late;
    private volatile boolean stuck;
    /** Whether it is the end of all that ends the waiting, not the silence. */
    private boolean lastPatience;

    Exchange(BaseUrl url, AddressRules rules, ModelLimits limits, Resolver resolver) {
        this.url = url;
        this.rules = rules;
        this.limits = limits;
        this.resolver = resolver;
        this.deadline = System.nanoTime() + limits.total().toNanos();
        this.end = Watch.after(limits.total(), this::expire);
    }

    private void expire() {
        late = true;
        abort();
    }

    /** Closes the connection at once, whatever is going on. */
    void abort() {
        Socket socket;
        synchronized (lock) {
            aborted = true;
            socket = open;
        }
        close(socket);
    }

    private static void close(@Nullable Socket socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException _) {
                return; // Closing failed; the connection is discarded anyway.
            }
        }
    }

    /** Sends a POST, and returns the answer once its head is read. */
    Reply post(String path, Map<String, String> headers, byte[] body) throws ProviderFailure {
        Socket plain = connected();
        try {
            Socket socket = url.encrypted() ? encrypted(plain) : plain;
            Incoming incoming = new Incoming(socket, this);
            boolean sent = sent(socket, path, headers, body);
            try {
                return Reply.read(incoming, limits, this);
            } catch (ProviderFailure failure) {
                throw sent || failure.failure().kind() != FailureKind.TRUNCATED
                        ? failure
                        : new ProviderFailure(
                                FailureKind.UNREACHABLE, "The connection broke while the question was sent");
            }
        } catch (IOException e) {
            throw failed(e, FailureKind.UNREACHABLE, "No connection to the provider: " + reason(e));
        }
    }

    private Socket connected() throws ProviderFailure {
        IOException last = null;
        for (InetAddress address : addresses()) {
            GuardedSocket socket = new GuardedSocket(rules, url.encrypted());
            publish(socket);
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, url.port()), millis(limits.connect()));
                return socket;
            } catch (GuardedSocket.RefusedAddressException _) {
                throw refused();
            } catch (IOException e) {
                last = e;
                close(socket);
            }
        }
        throw failed(
                last == null ? new IOException() : last,
                FailureKind.UNREACHABLE,
                "No connection to %s:%d".formatted(url.host(), url.port()));
    }

    /** Resolves the host once; one refused address refuses all, since a host that offers one is not trusted. */
    private List<InetAddress> addresses() throws ProviderFailure {
        InetAddress[] found;
        try {
            found = resolver.resolve(url.host());
        } catch (UnknownHostException _) {
            throw new ProviderFailure(FailureKind.UNREACHABLE, "The host %s is not known".formatted(url.host()));
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (InetAddress address : found) {
            if (!rules.allows(address, url.encrypted())) {
                throw refused();
            }
            if (addresses.size() < ADDRESSES_MAX) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private ProviderFailure refused() {
        return new ProviderFailure(
                FailureKind.REFUSED_ADDRESS,
                "%s leads where Cairn sends nothing: %s".formatted(url.host(), rules.wanted()));
    }

    private void publish(Socket socket) throws ProviderFailure {
        synchronized (lock) {
            open = socket;
            if (aborted) {
                close(socket);
                throw new ProviderFailure(
                        late ? FailureKind.TOO_LONG : FailureKind.UNREACHABLE, "The question was not sent any more");
            }
        }
    }

    /** Opens TLS over the connection; the certificate must match the host's name, whichever address was used. */
    private Socket encrypted(Socket plain) throws IOException {
        plain.setSoTimeout(millis(limits.connect()));
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, url.host(), url.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Sends the question; whether all of it went out. A provider that has seen enough may have answered all the same. */
    private boolean sent(Socket socket, String path, Map<String, String> headers, byte[] body) {
        Future<?> watch = Watch.after(limits.idle(), () -> {
            stuck = true;
            abort();
        });
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head(path, headers, body.length));
            out.write(body);
            out.flush();
            return true;
        } catch (IOException _) {
            return false;
        } finally {
            watch.cancel(false);
        }
    }

    private byte[] head(String path, Map<String, String> headers, int length) {
        String host = url.host().indexOf(':') >= 0 ? "[" + url.host() + "]" : url.host();
        boolean usual = url.port() == (url.encrypted() ? 443 : 80);
        StringBuilder head = new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(host).append(usual ? "" : ":" + url.port()).append("\r\n");
        head.append("User-Agent: cairn\r\nContent-Type: application/json\r\nAccept-Encoding: identity\r\n");
        head.append("Connection: close\r\nContent-Length: ").append(length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Answers how long the next bytes may take: at most this, and never beyond the end of all. */
    int patience(Duration silence) throws ProviderFailure {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw tooLong();
        }
        lastPatience = left <= silence.toMillis();
        return (int) Math.max(1, Math.min(left, silence.toMillis()));
    }

    /** Maps a failure of the connection to one of the answer. */
    ProviderFailure failed(IOException cause, FailureKind kind, String detail) {
        if (late || System.nanoTime() - deadline >= 0 || (lastPatience && cause instanceof SocketTimeoutException)) {
            return tooLong();
        }
        if (stuck || (cause instanceof SocketTimeoutException && kind != FailureKind.UNREACHABLE)) {
            return new ProviderFailure(FailureKind.IDLE, "The provider was silent for too long");
        }
        return new ProviderFailure(kind, detail);
    }

    private ProviderFailure tooLong() {
        return new ProviderFailure(
                FailureKind.TOO_LONG,
                "The answer took longer than %d seconds"
                        .formatted(limits.total().toSeconds()));
    }

    private static String reason(IOException e) {
        return switch (e) {
            case SSLException _ -> "encryption failed; is its certificate good, and its address right?";
            case SocketTimeoutException _ -> "it took too long";
            default -> "it was closed";
        };
    }

    private static int millis(Duration time) {
        return (int) Math.max(1, Math.min(time.toMillis(), Integer.MAX_VALUE));
    }

    @Override
    public void close() {
        end.cancel(false);
        abort();
    }
}
