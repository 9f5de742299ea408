package dev.cairn.benchmarks.http;

import dev.cairn.benchmarks.http.MixedWorkload.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Starts the distribution's server on a folder of its own, fills it by an import, and measures it over HTTP; see
 * {@link Options} for what can be chosen. Server and generator get a core each where {@code taskset} is there.
 */
public final class LoadDriver {
    private static final int SAMPLE_SECONDS = 5;

    private final Options options;
    private final ServerProcess server;

    private LoadDriver(Options options, ServerProcess server) {
        this.options = options;
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments);
        if (options.pin()) {
            pinThisProcess();
        }
        try (ServerProcess server = ServerProcess.start(options)) {
            System.out.printf("idle: %d MB%n", server.rssMegabytes());
            server.fill(MixedWorkload.PROJECT, options.tickets());
            new LoadDriver(options, server).run();
        }
    }

    private void run() throws IOException {
        for (int i = 0; i < options.holdReaders(); i++) {
            SlowReader.start(server.url(), server.token());
        }
        switch (options.mode()) {
            case "open" -> {
                System.out.printf(
                        "%n== open loop: %,d/s over %,d connections, %d slow readers%n",
                        options.rate(), options.connections(), options.holdReaders());
                measure(List.of(Kind.values()));
            }
            case "closed" -> {
                for (Kind kind : List.of(Kind.GET_ONE, Kind.GET_50, Kind.SEARCH, Kind.POST)) {
                    System.out.printf("%n== closed loop: %s over %d connections%n", kind, options.connections());
                    measure(List.of(kind));
                }
            }
            default -> throw new IllegalArgumentException("--mode is open or closed");
        }
    }

    private void measure(List<Kind> kinds) throws IOException {
        var target = new Target(server.url().getAuthority(), server.token());
        Workload workload = new MixedWorkload(target, options.tickets(), kinds);
        var address = new InetSocketAddress(server.url().getHost(), server.url().getPort());
        try (Generator generator = new Generator(address, options.connections(), workload)) {
            go(generator, options.warmupSeconds(), new Results());
            Results results = new Results();
            System.out.printf("before: %d MB, WAL %.1f MB%n", server.rssMegabytes(), server.walMegabytes());
            try (var watch = Executors.newSingleThreadScheduledExecutor()) {
                var _ = watch.scheduleAtFixedRate(this::sample, SAMPLE_SECONDS, SAMPLE_SECONDS, TimeUnit.SECONDS);
                go(generator, options.seconds(), results);
                watch.shutdown();
            }
            results.print();
            System.out.printf("after: %d MB, WAL %.1f MB%n", server.rssMegabytes(), server.walMegabytes());
        }
    }

    private void go(Generator generator, int seconds, Results results) throws IOException {
        if (options.mode().equals("open")) {
            generator.open(options.rate(), seconds, results);
        } else {
            generator.closed(seconds, results);
        }
    }

    private void sample() {
        System.out.printf("  … %d MB, WAL %.1f MB%n", server.rssMegabytes(), server.walMegabytes());
    }

    private static void pinThisProcess() throws IOException, InterruptedException {
        String self = String.valueOf(ProcessHandle.current().pid());
        int failed = new ProcessBuilder("taskset", "-a", "-p", "-c", "1", self)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (failed != 0) {
            throw new IOException("taskset failed: use --pin false");
        }
    }
}
