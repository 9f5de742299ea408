package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.domain.kernel.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the queue answers on the wire is enough to act on (Q17, Q19, Q20, Q23, Q25). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QueueAnswersHttpTest {
    @TempDir
    private static Path directory;

    private TestServer server;
    private int queues;

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
        server.post("/projects", "{\"key\":\"QUE\",\"name\":\"Queue\"}");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Q25 */
    @Test
    void theAnswerAndTheListSayTheSameState() {
        String queue = queue("");
        String item = enqueue(queue, ticket("Fails"));
        JsonNode claim = claim(queue);
        JsonNode failed = act(claim, "fail", ",\"error\":\"boom\"").json();
        assertThat(failed.get("itemStatus").asText()).isEqualTo("scheduled");
        assertThat(server.get("/queue-items/" + item).json().get("status").asText())
                .isEqualTo("scheduled");
        assertThat(server.get("/claims/" + claim.get("id").asText()).status()).isEqualTo(200);
    }

    /** Q25 */
    @Test
    void anEmptyAnswerSaysWhoAndWhat() {
        String queue = queue(",\"maxParallel\":1,\"maxAttempts\":1");
        String blocker = ticket("Blocker");
        String blocked = ticket("Blocked");
        server.put("/tickets/" + blocker + "/links/blocks/" + blocked, null);
        String waiting = enqueue(queue, blocked);
        JsonNode allBlocked = claim(queue);
        assertThat(allBlocked.get("reason").asText()).isEqualTo("all_blocked");
        assertThat(allBlocked.get("blockedItemId").asText()).isEqualTo(waiting);
        assertThat(allBlocked.at("/blockers/0/ticket").asText()).isEqualTo(blocker);
        assertThat(allBlocked.at("/blockers/0/code").asText()).isEqualTo("blocked_by");
        server.delete("/queue-items/" + waiting);

        String held = enqueue(queue, ticket("Held"));
        JsonNode claim = claim(queue);
        JsonNode atLimit = claim(queue);
        assertThat(atLimit.get("reason").asText()).isEqualTo("at_limit");
        assertThat(atLimit.get("limit").asInt()).isEqualTo(1);
        assertThat(atLimit.at("/holders/0/claimId").asText())
                .isEqualTo(claim.get("id").asText());
        assertThat(atLimit.at("/holders/0/itemId").asText()).isEqualTo(held);
        assertThat(atLimit.at("/holders/0/agent").asText()).isEqualTo("owner");
        assertThat(atLimit.at("/holders/0/userId").isTextual()).isTrue();
        assertThat(atLimit.at("/holders/0/leaseUntil").isTextual()).isTrue();

        act(claim, "fail", ",\"error\":\"boom\"");
        JsonNode empty = claim(queue);
        assertThat(empty.get("reason").asText()).isEqualTo("empty");
        assertThat(empty.get("failed").asInt()).isEqualTo(1);
        assertThat(empty.get("scheduled").asInt()).isZero();
        assertThat(empty.get("stalled").asInt()).isZero();
    }

    /** Q11: the order names all ready items, which may be more than another list of a body takes. */
    @Test
    void aLongQueueIsOrderedAsAWhole() {
        String queue = queue("");
        List<String> ids = new ArrayList<>();
        for (int tickets : List.of(Limits.BULK_MAX, 1)) {
            String drafts = String.join(",", Collections.nCopies(tickets, "{\"title\":\"Many\"}"));
            Answer made = server.post("/projects/QUE/tickets/batch", "{\"items\":[%s]}".formatted(drafts));
            String items = texts(made.json(), "id")
                    .map("{\"ticketId\":\"%s\"}"::formatted)
                    .collect(Collectors.joining(","));
            Answer enqueued = server.post("/queues/" + queue + "/items", "{\"items\":[%s]}".formatted(items));
            assertThat(enqueued.status()).as(enqueued.text()).isEqualTo(201);
            texts(enqueued.json(), "id").forEach(ids::add);
        }
        String order = ids.reversed().stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        Answer ordered = server.put("/queues/" + queue + "/items/order", "{\"ids\":[%s]}".formatted(order));
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(200);
        assertThat(texts(ordered.json(), "id")).containsExactlyElementsOf(ids.reversed());
        server.delete("/queues/" + queue);
    }

    private static Stream<String> texts(JsonNode list, String field) {
        return list.path("items").valueStream().map(item -> item.path(field).asText());
    }

    /** Q17 */
    @Test
    void retryFailedNamesWhatItCannotRetry() {
        String queue = queue(",\"maxAttempts\":1");
        enqueue(queue, ticket("Fine"));
        act(claim(queue), "fail", "");
        String gone = ticket("Gone");
        String item = enqueue(queue, gone);
        act(claim(queue), "fail", "");
        server.delete("/tickets/" + gone);
        JsonNode report =
                server.post("/queues/" + queue + "/retry-failed", null).json();
        assertThat(report.get("retried").asInt()).isEqualTo(1);
        assertThat(report.at("/refused/0/item").asText()).isEqualTo(item);
        assertThat(report.at("/refused/0/reason").asText()).isEqualTo("subject_gone");
        assertThat(report.at("/refused/0/message").asText()).isNotEmpty();
    }

    /** Q16, Q25 */
    @Test
    void aHolderOfCancelledWorkIsToldToStop() {
        String queue = queue("");
        String item = enqueue(queue, ticket("Cancelled"));
        JsonNode claim = claim(queue);
        server.delete("/queue-items/" + item);
        Answer lost = act(claim, "heartbeat", "");
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.field("reason")).isEqualTo("cancelled");
        assertThat(lost.field("hint")).isEqualTo("The work was cancelled: stop.");
    }

    /** Q16 */
    @Test
    void aHeldTicketIsNotEnqueuedWithItsTasks() {
        String queue = queue("");
        String ticket = ticket("Held");
        String item = enqueue(queue, ticket);
        server.post("/tickets/" + ticket + "/tasks", "{\"content\":\"step\"}");
        claim(queue);
        Answer refused = server.post(
                "/queues/" + queue + "/items",
                "{\"ticketId\":\"%s\",\"includeTasks\":true,\"returnExisting\":true}".formatted(ticket));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("code")).isEqualTo("claimed");
        assertThat(refused.field("itemId")).isEqualTo(item);
        assertThat(refused.field("holder")).isEqualTo("owner");
    }

    /** Q19, Q23 */
    @Test
    void anItemShowsItsReleasesAndWhatIsItsOwn() {
        String queue = queue("");
        String ticket = ticket("Released");
        String item = enqueue(queue, ticket);
        act(claim(queue), "release", "");
        server.patch("/tickets/" + ticket, "{\"priority\":\"urgent\"}");
        JsonNode shown = server.get("/queue-items/" + item).json();
        assertThat(shown.get("releases").asInt()).isEqualTo(1);
        assertThat(shown.get("priority").asText()).isEqualTo("urgent");
        assertThat(shown.get("prioritySet").asBoolean()).isFalse();
        JsonNode own =
                server.patch("/queue-items/" + item, "{\"priority\":\"low\"}").json();
        assertThat(own.get("prioritySet").asBoolean()).isTrue();
    }

    /** Q20 */
    @Test
    void aBlockedTicketIsStartedOnlyByWhoSaysSo() {
        String blocker = ticket("First");
        String blocked = ticket("Second");
        server.put("/tickets/" + blocker + "/links/blocks/" + blocked, null);
        Answer refused = server.post("/tickets/" + blocked + "/status", "{\"status\":\"in_progress\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("code")).isEqualTo("blocked");
        assertThat(refused.json().at("/blockers/0").asText()).isEqualTo(blocker);
        assertThat(server.post(
                                "/tickets/" + blocked + "/status",
                                "{\"status\":\"in_progress\",\"despiteBlockers\":true}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theLinksOfATicketComePageByPage() {
        String ticket = ticket("Linked");
        for (String other : new String[] {ticket("a"), ticket("b"), ticket("c")}) {
            server.put("/tickets/" + ticket + "/links/blocks/" + other, null);
        }
        JsonNode all = server.get("/tickets/" + ticket + "/links").json().get("items");
        assertThat(all).hasSize(3);
        JsonNode first = server.get("/tickets/" + ticket + "/links?limit=2").json();
        assertThat(first.get("items")).hasSize(2);
        JsonNode second = server.get("/tickets/" + ticket + "/links?limit=2&cursor="
                        + first.get("nextCursor").asText())
                .json();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("items").get(0)).isEqualTo(all.get(2));
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(server.get("/tickets/" + ticket + "/links?limit=2&cursor=x").status())
                .isEqualTo(400);
        String next = "/links?limit=2&cursor=" + first.get("nextCursor").asText();
        assertThat(server.get("/tickets/" + ticket("Another") + next).status()).isEqualTo(400);
        String seen = first.at("/items/1/toKey").asText();
        server.delete("/tickets/" + ticket + "/links/blocks/" + seen);
        JsonNode rest = server.get("/tickets/" + ticket + next).json();
        assertThat(rest).as("the last one seen has gone").isEqualTo(second);
    }

    private String queue(String more) {
        return server.post("/projects/QUE/queues", "{\"name\":\"q%d\"%s}".formatted(queues++, more))
                .field("id");
    }

    private String ticket(String title) {
        return server.post("/projects/QUE/tickets", "{\"title\":\"%s\"}".formatted(title))
                .field("key");
    }

    private String enqueue(String queue, String ticket) {
        return server.post("/queues/" + queue + "/items", "{\"ticketId\":\"%s\"}".formatted(ticket))
                .json()
                .at("/items/0/id")
                .asText();
    }

    private JsonNode claim(String queue) {
        return server.post("/queues/" + queue + "/claims", "{}").json();
    }

    private Answer act(JsonNode claim, String what, String more) {
        return server.post(
                "/claims/%s/%s".formatted(claim.get("id").asText(), what),
                "{\"fencingToken\":%d%s}".formatted(claim.get("fencingToken").asLong(), more));
    }
}
