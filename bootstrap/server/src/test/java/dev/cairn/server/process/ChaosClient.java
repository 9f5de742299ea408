package dev.cairn.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One of many who use the servers at random: an agent that claims and works, dawdles, goes away or says things again; or a
 * person who makes, queues, moves, deletes and brings back tickets.
 */
final class ChaosClient {
    private static final List<String> STATUSES =
            List.of("open", "in_progress", "review", "blocked", "completed", "closed");

    private final Fleet fleet;
    private final Random random;
    private final List<String> queues;
    private final Shared shared;
    private final List<Work> works = new ArrayList<>();

    /**
     * What all of them know.
     *
     * @param newest the highest token that anybody was given, by item
     * @param wrong what should never be
     */
    record Shared(
            List<String> tickets,
            Map<String, Long> newest,
            List<String> wrong,
            AtomicInteger answers,
            AtomicInteger claims) {}

    /** Something claimed. */
    private record Work(String item, String claim, long token) {}

    ChaosClient(Fleet fleet, Random random, List<String> queues, Shared shared) {
        this.fleet = fleet;
        this.random = random;
        this.queues = queues;
        this.shared = shared;
    }

    boolean workUntil(BooleanSupplier over) throws InterruptedException {
        return act(over, true);
    }

    boolean disturbUntil(BooleanSupplier over) throws InterruptedException {
        return act(over, false);
    }

    private boolean act(BooleanSupplier over, boolean agent) throws InterruptedException {
        while (!over.getAsBoolean()) {
            try {
                Api api = fleet.any(random);
                Api.@Nullable Answer answer = agent ? agent(api) : person(api);
                if (answer != null && answer.status() >= 500 && answer.status() != 503) {
                    shared.wrong().add("%d %s".formatted(answer.status(), answer.body()));
                }
                shared.answers().incrementAndGet();
            } catch (IOException killed) {
                Fleet.pause(10);
            }
        }
        return true;
    }

    private Api.@Nullable Answer agent(Api api) throws IOException, InterruptedException {
        if (works.isEmpty() || random.nextInt(4) == 0) {
            return claim(api);
        }
        Work work = works.get(random.nextInt(works.size()));
        return switch (random.nextInt(8)) {
            case 0, 1 -> heartbeat(api, work);
            case 2, 3, 4 -> finish(api, work, "complete", ",\"finishTasks\":true");
            case 5 -> finish(api, work, "fail", ",\"error\":\"e\"");
            case 6 -> finish(api, work, "release", "");
            default -> {
                works.remove(work);
                yield null;
            }
        };
    }

    private Api.Answer claim(Api api) throws IOException, InterruptedException {
        Api.Answer answer = api.post("/queues/%s/claims".formatted(any(queues)), "{\"leaseSeconds\":5}");
        if (answer.status() == 201) {
            JsonNode claim = answer.body();
            String item = claim.path("item").path("id").asText();
            long token = claim.path("fencingToken").asLong();
            works.add(new Work(item, claim.path("id").asText(), token));
            shared.newest().merge(item, token, Math::max);
            shared.claims().incrementAndGet();
        }
        return answer;
    }

    /** No token is accepted after a newer one was given out. */
    private Api.Answer heartbeat(Api api, Work work) throws IOException, InterruptedException {
        long newest = shared.newest().getOrDefault(work.item(), 0L);
        Api.Answer answer = say(api, work, "heartbeat", "");
        if (answer.status() == 200 && newest > work.token()) {
            shared.wrong()
                    .add("item %s took token %d after %d was given out".formatted(work.item(), work.token(), newest));
        }
        return answer;
    }

    private Api.Answer finish(Api api, Work work, String how, String more) throws IOException, InterruptedException {
        Api.Answer answer = say(api, work, how, more);
        if (answer.status() < 500 && random.nextInt(3) > 0) {
            works.remove(work);
        }
        return answer;
    }

    private static Api.Answer say(Api api, Work work, String how, String more)
            throws IOException, InterruptedException {
        return api.post(
                "/claims/%s/%s".formatted(work.claim(), how), "{\"fencingToken\":%d%s}".formatted(work.token(), more));
    }

    private Api.Answer person(Api api) throws IOException, InterruptedException {
        if (shared.tickets().isEmpty() || random.nextInt(3) == 0) {
            return create(api);
        }
        String ticket = any(shared.tickets());
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 ->
                api.post(
                        "/queues/%s/items".formatted(any(queues)),
                        "{\"items\":[{\"ticketId\":\"%s\",\"includeTasks\":%b,\"returnExisting\":%b}]}"
                                .formatted(ticket, random.nextBoolean(), random.nextBoolean()));
            case 4, 5 ->
                api.post(
                        "/tickets/%s/status".formatted(ticket),
                        "{\"status\":\"%s\",\"finishTasks\":true}".formatted(any(STATUSES)));
            case 6 -> api.delete("/tickets/" + ticket);
            case 7 -> api.post("/tickets/%s/restore".formatted(ticket), "{}");
            case 8 -> api.post("/tickets/%s/archive".formatted(ticket), "{}");
            case 9 -> api.post("/tickets/%s/unarchive".formatted(ticket), "{}");
            case 10 -> api.post("/queues/%s/retry-failed".formatted(any(queues)), "{}");
            default -> cancel(api);
        };
    }

    private Api.Answer create(Api api) throws IOException, InterruptedException {
        Api.Answer answer = api.post(
                "/projects/CH/tickets", "{\"title\":\"t\",\"tasks\":[{\"content\":\"a\"},{\"content\":\"b\"}]}");
        if (answer.status() == 201) {
            shared.tickets().add(answer.body().path("id").asText());
        }
        return answer;
    }

    private Api.Answer cancel(Api api) throws IOException, InterruptedException {
        Api.Answer items = api.get("/queues/%s/items?status=ready,claimed&limit=20".formatted(any(queues)));
        List<String> ids = new ArrayList<>();
        items.body().path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids.isEmpty() ? items : api.delete("/queue-items/" + any(ids));
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    static Shared shared() {
        return new Shared(
                new CopyOnWriteArrayList<>(),
                new ConcurrentHashMap<>(),
                new CopyOnWriteArrayList<>(),
                new AtomicInteger(),
                new AtomicInteger());
    }
}
