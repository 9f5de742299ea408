package dev.cairn.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.cli.CairnCommand;
import dev.cairn.cli.ServerLauncher.Address;
import dev.cairn.cli.ServerLauncher.AgentStart;
import dev.cairn.cli.ServerLauncher.Running;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Plays a short day of a server and its commands, from which the build keeps loaded classes and their profile (ADR 11). */
public final class Rehearsal {
    /**
     * The repetitions of each request, enough for the JVM to know how its methods are used; more helps little, and the build
     * waits.
     */
    private static final int ROUNDS = 200;

    private static final String SAMPLE = """
            {"id":"b-1","title":"First","status":"open","priority":1,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z"}
            {"id":"b-2","title":"Second","status":"open","priority":0,"issue_type":"bug","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T00:00:00Z"}
            """;
    private static final List<String> READS = List.of(
            "/projects",
            "/projects/DEMO",
            "/projects/DEMO/overview",
            "/projects/DEMO/tickets",
            "/projects/DEMO/tickets?include=tasks(limit=5),total&sort=-createdAt",
            "/projects/DEMO/ready",
            "/tickets/DEMO-1",
            "/search?q=first&project=DEMO",
            "/tickets/DEMO-404");

    /** The first messages of an agent's client. */
    private static final String GREETINGS = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"server/discover","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}
            {"jsonrpc":"2.0","id":3,"method":"tools/list"}
            """;

    private static final String WORK = """
            {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"get_context","arguments":{"project":"DEMO"}}}
            {"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"save_ticket","arguments":{"project":"DEMO","title":"Rehearse","tasks":["once"]}}}
            {"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"claim_next","arguments":{"project":"DEMO"}}}
            {"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"get","arguments":{"id":"DEMO-404"}}}
            """;

    private final HttpClient http;
    private final Address server;

    private Rehearsal(HttpClient http, Address server) {
        this.http = http;
        this.server = server;
    }

    /** @param arguments {@code mcp} for the start of an agent's line alone, {@code client} for commands where a server runs */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (Arrays.asList(arguments).contains("client")) {
            ClientRehearsal.play();
            return;
        }
        if (Arrays.asList(arguments).contains("mcp")) {
            run(new LocalServers(Map.of()), "help", "mcp");
            agent(new LocalServers(Map.of()), Path.of("nowhere"), GREETINGS);
            return;
        }
        NativeLibrary.choose();
        Path home = Files.createTempDirectory("cairn-rehearsal");
        LocalServers servers = new LocalServers(Map.of());
        try (Running running = servers.start(home, 0, true);
                HttpClient http = HttpClient.newHttpClient()) {
            commands(servers, home);
            new Rehearsal(http, running.address()).requests();
            agent(servers, home, GREETINGS + WORK);
        } finally {
            remove(home);
        }
    }

    private static void commands(LocalServers servers, Path home) throws IOException {
        Path sample = Files.writeString(home.resolve("sample.jsonl"), SAMPLE);
        String data = "--data-dir=" + home;
        run(servers, "import", data, "--quiet", "--project=DEMO", "--create=A demo", "--format=beads", "" + sample);
        run(servers, "ready", data, "--quiet", "--project=DEMO");
        run(servers, "status", data, "--quiet");
        ClientRehearsal.commands(servers, data);
        run(servers, "export", data, "--quiet", "--project=DEMO", "" + home.resolve("sample.cairn.jsonl"));
    }

    private static void agent(LocalServers servers, Path home, String messages) throws IOException {
        AgentStart start = new AgentStart(home, null, null, List.of(), List.of(), false);
        servers.speakToAgent(start, new ByteArrayInputStream(messages.getBytes(UTF_8)), new ByteArrayOutputStream());
    }

    static void run(LocalServers servers, String... arguments) {
        int exitCode = CairnCommand.run(servers, arguments);
        if (exitCode != 0) {
            throw new IllegalStateException("cairn %s ended with %d".formatted(arguments[0], exitCode));
        }
    }

    private void requests() throws IOException, InterruptedException {
        post("/projects/DEMO/tickets", """
                {"title":"Say hello","priority":"high","tasks":[{"content":"think of words"}]}""");
        for (String path : READS) {
            send(request(path).GET());
        }
        send(request("/tickets/DEMO-1")
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .method("PATCH", BodyPublishers.ofString("{\"title\":\"Say hello again\"}")));
        String queue = id(post("/projects/DEMO/queues", "{\"name\":\"agents\"}"));
        post("/queues/%s/items".formatted(queue), "{\"ticketId\":\"DEMO-1\"}");
        String claim = id(post("/queues/%s/claims".formatted(queue), "{\"agent\":\"rehearsal\"}"));
        post("/claims/%s/heartbeat".formatted(claim), "{\"fencingToken\":1}");
        post("/claims/%s/complete".formatted(claim), "{\"fencingToken\":1,\"result\":{\"pr\":42}}");
        busy(queue);
    }

    /** Repeats the most frequent requests, so that the JVM keeps a profile with its classes. */
    private void busy(String queue) throws IOException, InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            for (String path : READS) {
                send(request(path).GET());
            }
            String ticket = id(post("/projects/DEMO/tickets", "{\"title\":\"One of many\"}", "ticket" + i));
            send(request("/tickets/" + ticket)
                    .header("Content-Type", "application/merge-patch+json")
                    .method("PATCH", BodyPublishers.ofString("{\"title\":\"One of very many\"}")));
            post("/queues/%s/items".formatted(queue), "{\"ticketId\":\"%s\"}".formatted(ticket), "item" + i);
            String claim = id(post("/queues/%s/claims".formatted(queue), "{\"agent\":\"rehearsal\"}", "claim" + i));
            post("/claims/%s/complete".formatted(claim), "{\"fencingToken\":%d}".formatted(i + 2), "complete" + i);
        }
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, path);
    }

    private String post(String path, String body, String key) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.url().resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + server.token());
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    /** Answers the first id in an answer: its own. */
    private static String id(String answer) {
        int start = answer.indexOf("\"id\":\"") + 6;
        return answer.substring(start, answer.indexOf('"', start));
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(Rehearsal::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
