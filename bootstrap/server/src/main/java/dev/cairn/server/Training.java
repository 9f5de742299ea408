package dev.cairn.server;

import dev.cairn.cli.CairnCommand;
import dev.cairn.cli.ServerLauncher.Running;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * What the ahead-of-time cache of the distribution is made from: the commands and routes that everybody uses, on a folder
 * of its own. The build runs it once with {@code -XX:AOTCacheOutput}.
 */
public final class Training {
    private static final int ROUNDS = 150;
    private static final String SAMPLE = """
            {"id":"a-1","title":"First","status":"open","priority":1,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}
            {"id":"a-2","title":"Second","status":"open","priority":2,"issue_type":"bug","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI api;

    private Training(URI server) {
        this.api = server.resolve("/api/v1/");
    }

    /** @param arguments the folder to work in */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "training");
        Path sample = Files.writeString(folder.resolve("sample.jsonl"), SAMPLE);
        LocalServers servers = new LocalServers(Map.of("CAIRN_HOME", folder.toString()));
        try (Running running = servers.start(folder, 0, true)) {
            Training training = new Training(running.url());
            training.post("projects", "{\"key\":\"CRN\",\"name\":\"Cairn\"}");
            CairnCommand.run(servers, "import", "--project", "CRN", "--format", "beads", sample.toString());
            for (int i = 0; i < ROUNDS; i++) {
                training.round();
            }
            CairnCommand.run(servers, "ready", "--project", "CRN");
            CairnCommand.run(servers, "status");
            CairnCommand.run(
                    servers,
                    "export",
                    "--project",
                    "CRN",
                    "--out",
                    folder.resolve("out").toString());
        }
        System.exit(0);
    }

    private void round() throws IOException, InterruptedException {
        post("projects/CRN/tickets", "{\"title\":\"One more\",\"tasks\":[{\"content\":\"a step\"}]}");
        for (String path :
                new String[] {"projects", "projects/CRN/tickets", "tickets/CRN-1", "search?q=first", "overviews"}) {
            client.send(HttpRequest.newBuilder(api.resolve(path)).build(), BodyHandlers.ofString());
        }
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
        client.send(request, BodyHandlers.ofString());
    }
}
