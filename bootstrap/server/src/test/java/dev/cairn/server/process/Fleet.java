package dev.cairn.server.process;

import dev.cairn.domain.kernel.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Servers that come and go: killed and started again, stopped in their tracks and waked. */
final class Fleet implements AutoCloseable {
    private final List<Path> folders;
    private final Map<String, String> environment;
    /** By place; null while the one there is being started again. */
    private final List<@Nullable ChildServer> servers = new ArrayList<>();

    /** What happens to a server. */
    enum Trouble {
        KILL,
        STOP
    }

    Fleet(List<Path> folders, Map<String, String> environment) throws IOException {
        this.folders = folders;
        this.environment = environment;
        for (Path folder : folders) {
            servers.add(ChildServer.start(folder, environment));
        }
    }

    /** A client of one of them; waits while there is none. */
    synchronized Api any(Random random) throws IOException, InterruptedException {
        while (servers.stream().noneMatch(server -> server != null)) {
            wait();
        }
        ChildServer server = null;
        while (server == null) {
            server = servers.get(random.nextInt(servers.size()));
        }
        return server.api();
    }

    /** Makes trouble for one of them, and answers in words. */
    String trouble(Trouble trouble, int place, long millis) throws IOException, InterruptedException {
        ChildServer server = take(place, trouble == Trouble.KILL);
        switch (trouble) {
            case KILL -> {
                server.kill();
                put(place, ChildServer.start(folders.get(place), environment));
            }
            case STOP -> {
                signal("STOP", server);
                pause(millis);
                signal("CONT", server);
            }
        }
        return Wire.of(trouble);
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
        new ProcessBuilder("kill", "-" + signal, String.valueOf(server.pid()))
                .start()
                .waitFor();
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
