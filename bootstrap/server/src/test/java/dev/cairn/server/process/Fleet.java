package dev.cairn.server.process;

import dev.cairn.domain.kernel.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Servers that come and go: killed and started again, stopped in their tracks and waked. */
final class Fleet implements AutoCloseable {
    private final List<Path> folders;
    private final List<Map<String, String>> environments;
    /** By place; null while the one there is being started again. */
    private final List<@Nullable ChildServer> servers = new ArrayList<>();

    /** What happens to a server. */
    enum Trouble {
        KILL,
        STOP
    }

    Fleet(List<Path> folders, Map<String, String> environment) throws IOException {
        this(folders, Collections.nCopies(folders.size(), environment));
    }

    /** @param environments one for each */
    Fleet(List<Path> folders, List<Map<String, String>> environments) throws IOException {
        this.folders = folders;
        this.environments = environments;
        for (int i = 0; i < folders.size(); i++) {
            servers.add(ChildServer.start(folders.get(i), environments.get(i)));
        }
    }

    /** A client of one of them; waits while there is none. */
    Api any(Random random) throws IOException, InterruptedException {
        return anyServer(random).api();
    }

    synchronized ChildServer anyServer(Random random) throws InterruptedException {
        while (servers.stream().noneMatch(server -> server != null)) {
            wait();
        }
        ChildServer server = null;
        while (server == null) {
            server = servers.get(random.nextInt(servers.size()));
        }
        return server;
    }

    /** Makes trouble for one of them, and answers in words. */
    String trouble(Trouble trouble, int place, long millis) throws IOException, InterruptedException {
        ChildServer server = take(place, trouble == Trouble.KILL);
        switch (trouble) {
            case KILL -> {
                server.kill();
                startAgain(place);
            }
            case STOP -> {
                signal("STOP", server);
                pause(millis);
                signal("CONT", server);
            }
        }
        return Wire.of(trouble);
    }

    /** The one at a place, which is there. */
    synchronized ChildServer at(int place) {
        return Objects.requireNonNull(servers.get(place));
    }

    /** kill -9. */
    void kill(int place) throws InterruptedException {
        take(place, true).kill();
    }

    void startAgain(int place) throws IOException {
        put(place, ChildServer.start(folders.get(place), environments.get(place)));
    }

    /** SIGTERM, and another build of the server in its place. */
    void replace(int place, ChildServer.Build build) throws IOException, InterruptedException {
        if (!take(place, true).terminate()) {
            throw new IOException("It does not end when it is asked to");
        }
        put(place, build.start(folders.get(place), environments.get(place)));
    }

    /** Leaves the processor to the servers. */
    static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private synchronized ChildServer take(int place, boolean away) {
        ChildServer server = servers.get(place);
        if (server == null) {
            throw new IllegalStateException("One trouble at a time");
        }
        if (away) {
            servers.set(place, null);
        }
        return server;
    }

    private synchronized void put(int place, ChildServer server) {
        servers.set(place, server);
        notifyAll();
    }

    static void signal(String signal, ChildServer server) throws IOException, InterruptedException {
        signal(signal, server.pid());
    }

    static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
    }

    /** Kills all of them, and waits until they are gone. */
    synchronized void end() throws InterruptedException {
        for (ChildServer server : servers) {
            if (server != null) {
                server.kill();
            }
        }
    }

    @Override
    public synchronized void close() {
        for (ChildServer server : servers) {
            if (server != null) {
                server.close();
            }
        }
    }
}
