package dev.cairn.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The requests, as bytes: nine reads to one write, or one kind only. */
final class Workload {
    static final String PROJECT = "LOAD";
    private static final List<String> WORDS =
            List.of("cache", "index", "login", "report", "export", "queue", "worker", "search", "filter", "mobile");
    private static final long SEED = 42;

    /** What is asked for; the share is in percent. */
    enum Kind {
        GET_ONE(50),
        GET_50(25),
        SEARCH(15),
        POST(5),
        STATUS(5);

        private final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    private final Random random = new Random(SEED);
    private final BitSet started = new BitSet();
    private final String host;
    private final String token;
    private final int tickets;
    private final List<Kind> kinds;

    /** @param kinds drawn by their shares */
    Workload(String host, String token, int tickets, List<Kind> kinds) {
        this.host = host;
        this.token = token;
        this.tickets = tickets;
        this.kinds = List.copyOf(kinds);
    }

    static String word(int number) {
        return WORDS.get(Math.floorMod(number, WORDS.size()));
    }

    Kind next() {
        int place = random.nextInt(kinds.stream().mapToInt(kind -> kind.share).sum());
        for (Kind kind : kinds) {
            place -= kind.share;
            if (place < 0) {
                return kind;
            }
        }
        return kinds.getLast();
    }

    byte[] request(Kind kind) {
        return switch (kind) {
            case GET_ONE -> get("/tickets/%s-%d".formatted(PROJECT, anyTicket()));
            case GET_50 -> get("/projects/" + PROJECT + "/tickets?sort=-createdAt&limit=50");
            case SEARCH -> get("/search?q=%s&project=%s&limit=20".formatted(word(random.nextInt()), PROJECT));
            case POST -> post("/projects/" + PROJECT + "/tickets", """
                    {"title":"A ticket with a title of its own","priority":"high"}""");
            case STATUS -> {
                int ticket = anyTicket();
                started.flip(ticket);
                yield post(
                        "/tickets/%s-%d/status".formatted(PROJECT, ticket),
                        "{\"status\":\"%s\"}".formatted(started.get(ticket) ? "in_progress" : "open"));
            }
        };
    }

    private int anyTicket() {
        return 1 + random.nextInt(tickets);
    }

    private byte[] get(String path) {
        return "GET /api/v1%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path, host, token)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] post(String path, String body) {
        return """
                POST /api/v1%s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Idempotency-Key: %s\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, host, token, new UUID(random.nextLong(), random.nextLong()), body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
