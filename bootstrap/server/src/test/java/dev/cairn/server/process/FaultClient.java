package dev.cairn.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * One of those who write while something breaks: makes tickets, comments on them, changes them, puts them on the queue, claims and
 * completes. What was not answered, or with 503, it says again with the same Idempotency-Key, to whichever server, until it is
 * acknowledged; and it remembers what was.
 */
final class FaultClient {
    static final int LEASE_SECONDS = 5;
    /** Longer than a server may take (30 s), so that it is the server who ends the wait, unless it is stopped. */
    static final Duration PATIENCE = Duration.ofSeconds(35);

    private static final long GIVES_UP_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final Fleet fleet;
    private final Random random;
    private final String name;
    private final String queue;
    private final Ledger ledger;
    private String ticket = "";
    private int said;

    /** Who holds an item until when at least, in nanoseconds of {@link System#nanoTime}: the lease counts from the request's first attempt. */
    record Held(String claim, long until) {}

    /**
     * What all of them were told.
     *
     * @param tickets ids by title
     * @param texts the newest text of a ticket, by its id
     * @param queued the tickets that were put on the queue
     * @param claims items by claim
     * @param held by item, until its claim ends
     * @param refused how often 503 was the answer
     * @param wrong what should never be
     */
    record Ledger(
            Map<String, String> tickets,
            Set<String> comments,
            Map<String, String> texts,
            Set<String> queued,
            Map<String, String> claims,
            Set<String> completed,
            Map<String, Held> held,
            AtomicInteger acknowledged,
            AtomicInteger refused,
            List<String> wrong) {
        Ledger() {
            this(
                    new ConcurrentHashMap<>(),
                    ConcurrentHashMap.newKeySet(),
                    new ConcurrentHashMap<>(),
                    ConcurrentHashMap.newKeySet(),
                    new ConcurrentHashMap<>(),
                    ConcurrentHashMap.newKeySet(),
                    new ConcurrentHashMap<>(),
                    new AtomicInteger(),
                    new AtomicInteger(),
                    new CopyOnWriteArrayList<>());
        }
    }

    FaultClient(Fleet fleet, Random random, String name, String queue, Ledger ledger) {
        this.fleet = fleet;
        this.random = random;
        this.name = name;
        this.queue = queue;
        this.ledger = ledger;
    }

    /** Makes the project and the queue for so many of them. */
    static String queue(Api api, int clients) throws IOException, InterruptedException {
        api.made("/projects", "{\"key\":\"FT\",\"name\":\"Faults\"}");
        return api.made(
                        "/projects/FT/queues",
                        "{\"name\":\"q\",\"maxParallel\":%d,\"leaseSeconds\":%d}".formatted(clients, LEASE_SECONDS))
                .path("id")
                .asText();
    }

    boolean writeUntil(BooleanSupplier over) throws InterruptedException {
        while (!over.getAsBoolean()) {
            String text = name + "-" + said++;
            switch (ticket.isEmpty() ? 0 : random.nextInt(8)) {
                case 0, 1 -> create(text);
                case 2, 3 -> comment(text);
                case 4, 5 -> change(text);
                default -> work(text);
            }
        }
        return true;
    }

    /** Asks one server once to make the ticket of this title, and whether it is ready; answers whether it did and was. */
    static boolean isServed(Api api, String title, Ledger ledger) throws InterruptedException {
        try {
            Api.Answer answer = api.post("/projects/FT/tickets", titled(title), title);
            if (answer.status() == 201) {
                ledger.tickets().put(title, answer.body().path("id").asText());
                return api.readiness().status() == 200;
            }
            return false;
        } catch (IOException away) {
            return false;
        }
    }

    private static String titled(String title) {
        return "{\"title\":\"%s\"}".formatted(title);
    }

    private void create(String title) throws InterruptedException {
        JsonNode made = acknowledged("POST", "/projects/FT/tickets", titled(title), title);
        ticket = made.path("id").asText();
        ledger.tickets().put(title, ticket);
        acknowledged(
                "POST",
                "/queues/%s/items".formatted(queue),
                "{\"items\":[{\"ticketId\":\"%s\"}]}".formatted(ticket),
                title + "-queued");
        ledger.queued().add(ticket);
    }

    private void comment(String text) throws InterruptedException {
        acknowledged("POST", "/tickets/%s/comments".formatted(ticket), "{\"content\":\"%s\"}".formatted(text), text);
        ledger.comments().add(text);
    }

    private void change(String text) throws InterruptedException {
        acknowledged("PATCH", "/tickets/" + ticket, "{\"overview\":\"%s\"}".formatted(text), text);
        ledger.texts().put(ticket, text);
    }

    private void work(String text) throws InterruptedException {
        long asked = System.nanoTime();
        JsonNode claim = acknowledged(
                "POST",
                "/queues/%s/claims".formatted(queue),
                "{\"agent\":\"%s\",\"leaseSeconds\":%d}".formatted(name, LEASE_SECONDS),
                text);
        if (claim.path("id").isMissingNode()) {
            return; // There was nothing to claim.
        }
        String id = claim.path("id").asText();
        String item = claim.path("item").path("id").asText();
        Held mine = new Held(id, asked + TimeUnit.SECONDS.toNanos(LEASE_SECONDS));
        ledger.claims().put(id, item);
        Held other = ledger.held().put(item, mine);
        if (other != null && !other.claim().equals(id) && System.nanoTime() < other.until()) {
            ledger.wrong().add("%s is held twice, by %s and %s".formatted(item, other.claim(), id));
        }
        complete(claim, mine, item);
    }

    private void complete(JsonNode claim, Held mine, String item) throws InterruptedException {
        String path = "/claims/%s/complete".formatted(mine.claim());
        String body =
                "{\"fencingToken\":%d}".formatted(claim.path("fencingToken").asLong());
        ledger.held().remove(item, mine);
        Api.Answer answer = answered("POST", path, body, mine.claim());
        if (answer.status() == 200) {
            ledger.acknowledged().incrementAndGet();
            ledger.completed().add(mine.claim());
        } else if (answer.status() != 409 || System.nanoTime() < mine.until()) {
            ledger.wrong().add("POST %s: %d %s".formatted(path, answer.status(), answer.body()));
        }
    }

    private JsonNode acknowledged(String method, String path, String body, String key) throws InterruptedException {
        Api.Answer answer = answered(method, path, body, key);
        if (answer.status() >= 300) {
            ledger.wrong().add("%s %s: %d %s".formatted(method, path, answer.status(), answer.body()));
        }
        ledger.acknowledged().incrementAndGet();
        return answer.body();
    }

    /** Says it until there is an answer that says what has become of it. */
    private Api.Answer answered(String method, String path, String body, String key) throws InterruptedException {
        long end = System.nanoTime() + GIVES_UP_NANOS;
        while (System.nanoTime() < end) {
            try {
                Api.Answer answer = api(fleet.anyServer(random)).send(method, path, body, "Idempotency-Key", key);
                if (answer.status() == 503) {
                    ledger.refused().incrementAndGet();
                } else if (!answer.body().path("code").asText().equals("idempotency_in_flight")) {
                    return answer;
                }
            } catch (IOException killed) {
                // It may have happened or not.
            }
            Fleet.pause(20);
        }
        throw new AssertionError("Nobody serves %s %s".formatted(method, path));
    }

    static Api api(ChildServer server) throws IOException {
        return new Api(server.url(), server.token(), PATIENCE);
    }
}
