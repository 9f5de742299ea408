package dev.cairn.benchmarks.http;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a server from the distribution on a folder of its own, fills it with 10,000 tickets, and puts load on it: first
 * the ceiling with 16 connections, then 1,000 clients at a fixed rate, 90 % reading. Where {@code taskset} is there, the
 * server gets the first core and the load comes from the last.
 *
 * <p>Arguments: the distribution's folder, the rate per second (default 2,000), the seconds of the long run (default 60).
 */
public final class HttpLoad {
    private static final int TICKETS = 10_000;
    private static final int CEILING_CONNECTIONS = 16;
    private static final int CEILING_SECONDS = 10;
    private static final int CLIENTS = 1_000;
    private static final String PROJECT = "LOAD";

    private final PrintStream out;
    private final Path home;
    private final URI server;
    private final Process process;

    private HttpLoad(PrintStream out, Path home, Process process, URI server) {
        this.out = out;
        this.home = home;
        this.process = process;
        this.server = server;
    }

    @SuppressWarnings("SystemOut") // it is a program
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path distribution = Path.of(arguments[0]).toAbsolutePath();
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60;
        Path home = Files.createTempDirectory("cairn-load");
        long begun = System.nanoTime();
        Process process = start(distribution, home);
        try {
            URI server = await(process, home);
            PrintStream out = System.out;
            out.printf("ready after %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            new HttpLoad(out, home, process, server).run(rate, seconds);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Process start(Path distribution, Path home) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            command.addAll(List.of("taskset", "-c", "0"));
        }
        command.addAll(List.of(distribution.resolve("bin/cairn").toString(), "serve", "--port", "0"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("server.log").toFile());
        builder.environment().put("CAIRN_HOME", home.toString());
        return builder.start();
    }

    private static URI await(Process process, Path home) throws IOException, InterruptedException {
        Path log = home.resolve("server.log");
        while (process.isAlive()) {
            for (String line : Files.readAllLines(log)) {
                int url = line.indexOf("http://127.0.0.1:");
                if (url >= 0) {
                    return URI.create(line.substring(url).strip());
                }
            }
            Thread.sleep(5);
        }
        throw new IOException("The server did not start: " + Files.readString(log));
    }

    private void run(int rate, int seconds) throws IOException, InterruptedException {
        memory("idle");
        fill();
        memory("filled");
        Requests requests = new Requests(server.getAuthority(), PROJECT, TICKETS);
        InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
        for (String kind : List.of("get", "list", "search", "post")) {
            new Load(CEILING_CONNECTIONS, 0, CEILING_SECONDS, kind).run(address, requests);
            out.printf(
                    "ceiling  %-6s %s%n",
                    kind, new Load(CEILING_CONNECTIONS, 0, CEILING_SECONDS, kind).run(address, requests));
        }
        memory("loaded");
        out.printf(
                "%,d clients at %,d/s for %d s, 90/10: %s%n",
                CLIENTS, rate, seconds, new Load(CLIENTS, rate, seconds, "mix").run(address, requests));
        memory("after");
    }

    private void memory(String when) throws IOException {
        Path wal = home.resolve("cairn.db-wal");
        out.printf(
                "memory %-7s %d MB, WAL %d MB%n",
                when, residentMegabytes(process.pid()), Files.exists(wal) ? Files.size(wal) >> 20 : 0);
    }

    private static long residentMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc/%d/status".formatted(pid));
        if (!Files.exists(status)) {
            return -1;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10;
            }
        }
        return -1;
    }

    private void fill() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            post(client, "/projects", "{\"key\":\"%s\",\"name\":\"Load\"}".formatted(PROJECT));
            StringBuilder file = new StringBuilder();
            for (int i = 1; i <= TICKETS; i++) {
                file.append("""
                        {"id":"t-%d","title":"Ticket %d about a lease","description":"%s","status":"open","priority":%d,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}
                        """.formatted(i, i, "Work that is neither short nor long. ".repeat(5), i % 4));
            }
            out.println(post(client, "/imports?project=%s&format=beads".formatted(PROJECT), file.toString()));
        }
    }

    private String post(HttpClient client, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .header("Content-Type", path.startsWith("/imports") ? "application/x-ndjson" : "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
