package dev.cairn.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The distribution's server on a folder of its own, on the first core when cores can be given out. */
final class ServerProcess implements AutoCloseable {
    private static final int STOP_SECONDS = 20;

    private final Process process;
    private final URI url;
    private final Path home;
    private final Path program;

    private ServerProcess(Process process, URI url, Path home, Path program) {
        this.process = process;
        this.url = url;
        this.home = home;
        this.program = program;
    }

    static ServerProcess start(Options options) throws IOException {
        Path program =
                options.distribution().resolve("bin/cairn").toAbsolutePath().normalize();
        Path home = Files.createTempDirectory("cairn-load");
        List<String> command = new ArrayList<>();
        if (options.pin()) {
            command.addAll(List.of("taskset", "-c", "0"));
        }
        command.addAll(List.of(program.toString(), "serve", "--port", "0", "--data-dir", home.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains("listening on ")) {
                URI url = URI.create(line.substring(line.lastIndexOf(' ') + 1));
                return new ServerProcess(process, url, home, program);
            }
        }
        throw new IOException("The server did not start: " + String.join(" ", command));
    }

    /** Fills a project by importing a file that is made here. */
    void fill(String project, int tickets) throws IOException, InterruptedException {
        Path file = home.resolve("load.jsonl");
        try (var writer = Files.newBufferedWriter(file)) {
            for (int i = 1; i <= tickets; i++) {
                writer.write("""
                        {"id":"l-%d","title":"Ticket %d about %s","description":"%s","status":"open","priority":%d,\
                        "issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z"}
                        """.formatted(
                        i, i, MixedWorkload.word(i), "What is to be done, in a sentence or two. ".repeat(4), i % 4));
            }
        }
        long begun = System.nanoTime();
        Process run = new ProcessBuilder(
                        program.toString(),
                        "import",
                        "--quiet",
                        "--data-dir",
                        home.toString(),
                        "--project",
                        project,
                        "--create",
                        "Load",
                        "--format",
                        "beads",
                        file.toString())
                .inheritIO()
                .start();
        if (run.waitFor() != 0) {
            throw new IOException("The import failed");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "imported %,d tickets in %.1f s: %,.0f/s, the command's start included%n",
                tickets, seconds, tickets / seconds);
    }

    URI url() {
        return url;
    }

    /** What every request has to show. */
    String token() throws IOException {
        return Files.readString(home.resolve("token")).strip();
    }

    long pid() {
        return process.toHandle()
                .descendants()
                .map(ProcessHandle::pid)
                .findFirst()
                .orElse(process.pid());
    }

    /** What it has used of the processors so far. */
    long cpuMillis() {
        return ProcessHandle.of(pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElse(0L);
    }

    long rssMegabytes() {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }

    double walMegabytes() {
        try {
            return Files.size(home.resolve("cairn.db-wal")) / 1e6;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
