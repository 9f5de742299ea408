package dev.cairn.benchmarks.http;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The requests, as bytes: nine reads to one write, or one kind only. */
final class MixedWorkload implements Workload {
    static final String PROJECT = "LOAD";
    private static final String BASE = "/api/v1";
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
    private final Target target;
    private final int tickets;
    private final List<Kind> kinds;

    /** @param kinds drawn by their shares */
    MixedWorkload(Target target, int tickets, List<Kind> kinds) {
        this.target = target;
        this.tickets = tickets;
        this.kinds = List.copyOf(kinds);
    }

    static String word(int number) {
        return WORDS.get(Math.floorMod(number, WORDS.size()));
    }

    @Override
    public Request next() {
        Kind kind = any();
        return new Request(kind.name(), bytes(kind));
    }

    private Kind any() {
        int place = random.nextInt(kinds.stream().mapToInt(kind -> kind.share).sum());
        for (Kind kind : kinds) {
            place -= kind.share;
            if (place < 0) {
                return kind;
            }
        }
        return kinds.getLast();
    }

    private ByteBuffer bytes(Kind kind) {
        return switch (kind) {
            case GET_ONE -> target.get("%s/tickets/%s-%d".formatted(BASE, PROJECT, anyTicket()));
            case GET_50 -> target.get("%s/projects/%s/tickets?sort=-createdAt&limit=50".formatted(BASE, PROJECT));
            case SEARCH ->
                target.get("%s/search?q=%s&project=%s&limit=20".formatted(BASE, word(random.nextInt()), PROJECT));
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

    private ByteBuffer post(String path, String body) {
        return target.post(BASE + path, body, new UUID(random.nextLong(), random.nextLong()));
    }

    private int anyTicket() {
        return 1 + random.nextInt(tickets);
    }
}
