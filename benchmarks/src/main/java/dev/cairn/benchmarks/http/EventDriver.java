package dev.cairn.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a thousand who follow events, a hundred of whom never read, cost a ticket's update, and the heap (E6): updates at a fixed rate,
 * alternately without and with them. {@code --rate} updates a second for {@code --seconds}, {@code --connections} followers,
 * {@code --hold-readers} of them silent.
 */
public final class EventDriver {
    private static final int ROUNDS = 3;
    private static final int PER_USER = 20;
    private static final int SETTLE_SECONDS = 2;
    private static final Pattern FIRST_ID = Pattern.compile("\"id\":\"([0-9A-Z]{13})\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern USED = Pattern.compile("(?m)^ *(?:DefNew|Tenured|garbage-first).*?used (\\d+)K");

    private final Options options;
    private final ServerProcess server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int updates;

    private EventDriver(Options options, ServerProcess server) {
        this.options = options;
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments);
        try (ServerProcess server = ServerProcess.start(options)) {
            new EventDriver(options, server).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        send("POST", "/projects", "{\"key\":\"EV\",\"name\":\"Events\"}");
        send("POST", "/projects/EV/tickets", "{\"title\":\"Watched\"}");
        List<String> tokens = tokens();
        update(options.warmupSeconds());
        try (Followers _ = followers(tokens)) {
            update(options.warmupSeconds());
        }
        for (int round = 1; round <= ROUNDS; round++) {
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            long before = heapKilobytes();
            System.out.printf(
                    "round %d, nobody follows: %s, heap %.1f MB%n", round, update(options.seconds()), before / 1024.0);
            int first = updates;
            long cpu = server.cpuMillis();
            try (Followers followers = followers(tokens)) {
                long opened = server.cpuMillis();
                String times = update(options.seconds());
                TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
                long[] seen = followers.seen();
                long told = server.cpuMillis();
                long heap = heapKilobytes();
                System.out.printf(
                        "server: %d ms of CPU to open them, %.1f µs for each frame%n",
                        opened - cpu, (told - opened) * 1_000.0 / ((long) (updates - first) * tokens.size()));
                System.out.printf(
                        "round %d, %,d follow, %d of them silent: %s, heap %.1f MB (%+.1f); of %d events they saw %d to %d%n",
                        round,
                        tokens.size(),
                        options.holdReaders(),
                        times,
                        heap / 1024.0,
                        (heap - before) / 1024.0,
                        updates - first,
                        seen[0],
                        seen[1]);
            }
        }
    }

    private Followers followers(List<String> tokens) throws IOException, InterruptedException {
        var address = new InetSocketAddress(server.url().getHost(), server.url().getPort());
        Followers followers = new Followers(address, tokens, options.holdReaders());
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        return followers;
    }

    /** One for each follower: of as many agents as it takes. */
    private List<String> tokens() throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; tokens.size() < options.connections(); i++) {
            String agent =
                    found(FIRST_ID, send("POST", "/users", "{\"type\":\"agent\",\"name\":\"Agent %d\"}".formatted(i)));
            send("PUT", "/projects/EV/members/" + agent, "{\"role\":\"viewer\"}");
            String token = found(
                    TOKEN,
                    send(
                            "POST",
                            "/tokens",
                            "{\"name\":\"events\",\"scopes\":[\"read\"],\"userId\":\"%s\"}".formatted(agent)));
            for (int k = 0; k < PER_USER && tokens.size() < options.connections(); k++) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** Updates at the rate, each timed from when it was due. */
    private String update(int seconds) throws IOException, InterruptedException {
        long[] micros = new long[seconds * options.rate()];
        long begun = System.nanoTime();
        for (int i = 0; i < micros.length; i++) {
            long due = begun + TimeUnit.SECONDS.toNanos(i) / options.rate();
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            updates++;
            send("PATCH", "/tickets/EV-1", "{\"title\":\"Update %d\"}".formatted(updates));
            micros[i] = (System.nanoTime() - due) / 1_000;
        }
        Arrays.sort(micros);
        return "update p50 %.2f ms, p95 %.2f ms, p99 %.2f ms".formatted(at(micros, 50), at(micros, 95), at(micros, 99));
    }

    private static double at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1_000.0;
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + server.token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.body());
        }
        return answer.body();
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException(text);
        }
        return matcher.group(1);
    }

    /** What is in use after a collection. */
    private long heapKilobytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long all = 0;
        while (used.find()) {
            all += Long.parseLong(used.group(1));
        }
        return all;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(server.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
