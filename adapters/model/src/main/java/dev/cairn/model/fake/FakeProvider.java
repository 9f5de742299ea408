package dev.cairn.model.fake;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A provider on this machine that knows no language: it answers with what it was asked, or goes wrong in the way that it is told
 * to. It speaks as OpenAI, Anthropic and Ollama do, below {@code /v1} and {@code /api}, or below a {@link Scenario}'s path:
 * {@code /cut/v1}. A model's name that ends in a scenario, {@code fake-cut}, does the same.
 */
public final class FakeProvider implements AutoCloseable {
    /** The text of scenarios that count: twenty words, each with the blank after it. */
    public static final List<String> TOKENS = List.of(
            "one ",
            "two ",
            "three ",
            "four ",
            "five ",
            "six ",
            "seven ",
            "eight ",
            "nine ",
            "ten ",
            "eleven ",
            "twelve ",
            "thirteen ",
            "fourteen ",
            "fifteen ",
            "sixteen ",
            "seventeen ",
            "eighteen ",
            "nineteen ",
            "twenty ");

    private static final int BACKLOG = 1_000;
    private static final int REMEMBERED = 1_000;

    private final ServerSocket server;
    private final ServerSocket trap;
    private final AtomicInteger trapped = new AtomicInteger();
    private final List<FakeRequest> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Scenario> gone = new LinkedBlockingQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private FakeProvider(ServerSocket server, ServerSocket trap) {
        this.server = server;
        this.trap = trap;
    }

    /**
     * Starts one on this machine's loopback.
     *
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public static FakeProvider start(int port) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        ServerSocket server = new ServerSocket(port, BACKLOG, loopback);
        FakeProvider provider = new FakeProvider(server, new ServerSocket(0, BACKLOG, loopback));
        Thread.ofVirtual().name("fake-model").start(provider::serve);
        Thread.ofVirtual().name("fake-model-trap").start(provider::trap);
        return provider;
    }

    /** Answers the address below which it answers: {@code http://127.0.0.1:4711}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Answers where the scenario {@link Scenario#REDIRECT} points to. */
    URI trapUrl() {
        return URI.create("http://127.0.0.1:" + trap.getLocalPort() + "/trap");
    }

    /** Answers how many connections the trap has seen. */
    public int trapped() {
        return trapped.get();
    }

    /** Returns the requests that it was sent, the newest last. */
    public List<FakeRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * Waits until a client has gone away in the middle of an answer.
     *
     * @return whether one did in this time
     */
    public boolean sawSomebodyLeave(long seconds) throws InterruptedException {
        return gone.poll(seconds, TimeUnit.SECONDS) != null;
    }

    /** Waits until it is closed. */
    public void await() throws InterruptedException {
        synchronized (gone) {
            while (!server.isClosed()) {
                gone.wait();
            }
        }
    }

    private void serve() {
        accept(server, client -> {
            open.add(client);
            Thread.ofVirtual().start(() -> answer(client));
        });
    }

    private void trap() {
        accept(trap, client -> {
            trapped.incrementAndGet();
            close(client);
        });
    }

    private static void accept(ServerSocket server, Consumer<Socket> taken) {
        while (!server.isClosed()) {
            try {
                taken.accept(server.accept());
            } catch (IOException _) {
                Thread.onSpinWait(); // Closed, or out of descriptors for a moment.
            }
        }
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException _) {
            Thread.onSpinWait(); // Closing failed; it is discarded anyway.
        }
    }

    private void answer(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            FakeRequest request = FakeRequest.read(client.getInputStream());
            if (request != null) {
                if (requests.size() < REMEMBERED) {
                    requests.add(request);
                }
                new FakeAnswer(client, request, trapUrl(), gone::add).give();
            }
        } catch (IOException _) {
            return; // The client is gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    @Override
    public void close() {
        close(server);
        close(trap);
        open.forEach(FakeProvider::close);
        synchronized (gone) {
            gone.notifyAll();
        }
    }
}
