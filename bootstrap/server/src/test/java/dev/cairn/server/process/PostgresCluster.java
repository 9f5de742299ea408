package dev.cairn.server.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that can be stopped, killed, copied and promoted, made with the programs of Debian's package: the embedded one of
 * the other tests has no {@code pg_basebackup}. It has a port and a folder of its own, and trusts who comes from this machine.
 */
final class PostgresCluster implements AutoCloseable {
    static final String USER = "cairn";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int PATIENCE_SECONDS = 60;

    private final Path programs;
    private final Path data;
    private final int port;
    private @Nullable Process postmaster;

    private PostgresCluster(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** How PostgreSQL is told to end. */
    enum Stop {
        FAST,
        IMMEDIATE
    }

    /** Finds the newest programs that are installed. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.filter(version -> Files.isExecutable(version.resolve("bin/pg_basebackup")))
                    .max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"));
        }
    }

    /** Makes an empty one and starts it. */
    static PostgresCluster start(Path programs, Path data) throws IOException, InterruptedException {
        PostgresCluster cluster = new PostgresCluster(programs, data, freePort());
        cluster.run("initdb", "--auth=trust", "--username=" + USER, "--encoding=UTF8", "--locale=C", data.toString());
        cluster.set("unix_socket_directories = ''", "listen_addresses = '127.0.0.1'");
        cluster.start();
        return cluster;
    }

    /** Makes a replica, starts it, and has every commit wait until it is safe there too. */
    PostgresCluster standby(Path copy, int at) throws IOException, InterruptedException {
        PostgresCluster standby = new PostgresCluster(programs, copy, at);
        run(
                "pg_basebackup",
                "--pgdata=" + copy,
                "--dbname=host=127.0.0.1 port=%d user=%s application_name=standby".formatted(port, USER),
                "--checkpoint=fast",
                "--write-recovery-conf");
        standby.start();
        set("synchronous_standby_names = 'standby'");
        pgCtl("reload");
        return standby;
    }

    /** Starts it again and again until it runs: of one that was killed, some processes live on for a moment. */
    void start() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!runs()) {
            if (System.nanoTime() > end) {
                throw new IOException("PostgreSQL does not start: " + Files.readString(log()));
            }
        }
    }

    private boolean runs() throws IOException, InterruptedException {
        Process started = new ProcessBuilder(command("postgres", "-D", data.toString(), "-p", String.valueOf(port)))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()))
                .start();
        postmaster = started;
        List<String> ready = command("pg_isready", "--quiet", "--host=127.0.0.1", "--port=" + port);
        while (started.isAlive()) {
            if (new ProcessBuilder(ready).start().waitFor() == 0) {
                return true;
            }
            Fleet.pause(50);
        }
        return false;
    }

    void stop(Stop how) throws IOException, InterruptedException {
        pgCtl("stop", "--wait", "--mode=" + (how == Stop.FAST ? "fast" : "immediate"));
        running().waitFor();
    }

    /** kill -9 of its first process, as when memory ends. */
    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** SIGSTOP of all its processes, as when the machine hangs: connections stay open, and new ones are never answered. */
    void hang() throws IOException, InterruptedException {
        for (ProcessHandle process : processes()) {
            Fleet.signal("STOP", process.pid());
        }
    }

    /** kill -9 of all its processes. */
    void killAll() throws InterruptedException {
        processes().forEach(ProcessHandle::destroyForcibly);
        running().waitFor();
    }

    private List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(running().toHandle()), running().children())
                .toList();
    }

    void promote() throws IOException, InterruptedException {
        pgCtl("promote", "--wait");
    }

    int port() {
        return port;
    }

    private Process running() {
        return Objects.requireNonNull(postmaster, "It was never started");
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private void set(String... lines) throws IOException {
        Files.write(data.resolve("postgresql.auto.conf"), List.of(lines), StandardOpenOption.APPEND);
    }

    private void pgCtl(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--pgdata=" + data);
        run("pg_ctl", all.toArray(String[]::new));
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        Path said = Files.createTempFile("postgres", ".out");
        Process process = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program + ": " + Files.readString(said));
        }
        Files.delete(said);
    }

    /** PostgreSQL refuses to run as root: there, it runs as nobody in a name space of its own, as the embedded one does. */
    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends what is there of it. */
    @Override
    public void close() throws IOException {
        if (postmaster != null && postmaster.isAlive()) {
            try {
                stop(Stop.IMMEDIATE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
