package dev.cairn.benchmarks.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/** What the clients ask for, by name. */
final class Requests {
    private static final int PERCENT = 100;

    private final String host;
    private final String project;
    private final int tickets;
    private final Random random = new Random(42);

    Requests(String host, String project, int tickets) {
        this.host = host;
        this.project = project;
        this.tickets = tickets;
    }

    /** {@code get}, {@code list}, {@code post}, or {@code mix}: 90 % reads of three kinds and 10 % new tickets. */
    ByteBuffer next(String kind) {
        return switch (kind) {
            case "get" -> get("/tickets/%s-%d".formatted(project, 1 + random.nextInt(tickets)));
            case "list" -> get("/projects/%s/tickets?limit=50&sort=-createdAt".formatted(project));
            case "search" -> get("/search?q=lease&limit=20&project=" + project);
            case "post" -> post();
            case "mix" -> next(mixed(random.nextInt(PERCENT)));
            default -> throw new IllegalArgumentException("No request is called " + kind);
        };
    }

    private static String mixed(int of100) {
        return of100 < 70 ? "get" : of100 < 85 ? "list" : of100 < 90 ? "search" : "post";
    }

    private ByteBuffer get(String path) {
        return encoded("GET /api/v1%s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(path, host));
    }

    private ByteBuffer post() {
        String body = "{\"title\":\"One more ticket with a title of its own\",\"tasks\":[{\"content\":\"a step\"}]}";
        return encoded("""
                POST /api/v1/projects/%s/tickets HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                Idempotency-Key: %s\r
                Content-Length: %d\r
                \r
                %s""".formatted(project, host, UUID.randomUUID(), body.length(), body));
    }

    private static ByteBuffer encoded(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
