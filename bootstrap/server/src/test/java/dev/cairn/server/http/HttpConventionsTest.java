package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpConventionsTest {
    @TempDir
    private static Path directory;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
        assertThat(server.post("/projects", "{\"key\":\"CON\",\"name\":\"Conventions\"}")
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyLocationLeadsToWhatWasCreated() {
        server.post("/projects", "{\"key\":\"LOC\",\"name\":\"Locations\"}");
        assertLeads("/projects", "{\"key\":\"LOCA\",\"name\":\"Another\"}");
        assertLeads("/projects/LOC/tickets", "{\"title\":\"One\"}");
        assertLeads("/tickets/LOC-1/tasks", "{\"content\":\"first\"}");
        assertLeads("/tickets/LOC-1/comments", "{\"content\":\"words\"}");
        assertLeads("/projects/LOC/artifacts", "{\"title\":\"t\",\"content\":\"c\"}");
        JsonNode queue = assertLeads("/projects/LOC/queues", "{\"name\":\"q\"}");
        String path = "/queues/" + queue.get("id").asText();
        server.post(path + "/items", "{\"ticketId\":\"LOC-1\"}");
        assertLeads(path + "/claims", "{}");
        assertLeads("/users", "{\"type\":\"agent\",\"name\":\"Robot\"}");
    }

    /** {@code GET /activity?after=SEQ}: each entry once, in order, and where to go on (E1). */
    @Test
    void theLogIsFollowedByItsNumbers() {
        server.post("/projects", "{\"key\":\"FOL\",\"name\":\"Followed\"}");
        server.post("/projects/FOL/tickets", "{\"title\":\"One\"}");
        String log = "/activity?project=FOL&limit=1&after=";
        JsonNode first = server.get(log + 0).json();
        assertThat(first.at("/items/0/type").asText()).isEqualTo("project.created");
        assertThat(first.get("after").asLong())
                .isEqualTo(first.at("/items/0/seq").asLong());
        JsonNode second = server.get(log + first.get("after").asLong()).json();
        assertThat(second.at("/items/0/type").asText()).isEqualTo("ticket.created");
        String end = second.get("after").asText();
        assertThat(server.get(log + end).json().get("items")).isEmpty();
        assertThat(server.get(log + end).json().get("after").asText()).isEqualTo(end);
        server.post("/projects/FOL/tickets", "{\"title\":\"Two\"}");
        assertThat(server.get(log + end).json().at("/items/0/type").asText()).isEqualTo("ticket.created");
        assertThat(server.get(log + "x").status()).isEqualTo(400);
        assertThat(server.get(log + "0&sort=-seq").status()).isEqualTo(400);
    }

    private JsonNode assertLeads(String path, String body) {
        Answer created = server.post(path, body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String location = created.header("Location").orElseThrow();
        assertThat(server.get(location.substring("/api/v1".length())).json()).isEqualTo(created.json());
        return created.json();
    }

    @Test
    void aStaleVersionStopsRestoreAndTransferToo() {
        server.post("/projects", "{\"key\":\"STA\",\"name\":\"Stale\"}");
        assertThat(server.post("/projects/STA/transfer", "{\"to\":\"0000000000001\"}", "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        server.post("/projects/STA/tickets", "{\"title\":\"One\"}");
        String artifact = server.post("/projects/STA/artifacts", "{\"title\":\"t\",\"content\":\"c\"}")
                .header("Location")
                .orElseThrow()
                .substring("/api/v1".length());
        for (String path : List.of(artifact, "/tickets/STA-1", "/projects/STA")) {
            server.delete(path);
            assertThat(server.post(path + "/restore", null, "If-Match", "\"0\"").status())
                    .isEqualTo(412);
            assertThat(server.post(path + "/restore", null, "If-Match", "\"1\"").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aCreateAnswersWhatAReadAnswersWithLocationAndETag() {
        Answer created =
                server.post("/projects/CON/tickets", "{\"title\":\"One\",\"tasks\":[{\"content\":\"first\"}]}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).hasValue("\"0\"");
        Answer read = server.get(created.header("Location").orElseThrow());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(server.get("/tickets/" + created.field("key")).json()).isEqualTo(created.json());
        assertThat(read.header("ETag")).hasValue("\"0\"");
    }

    @Test
    void aTicketIsOneFlatObjectWithNulls() {
        JsonNode ticket = ticket("Flat").json();
        assertThat(names(ticket))
                .contains(
                        "id",
                        "projectId",
                        "key",
                        "number",
                        "type",
                        "title",
                        "overview",
                        "status",
                        "priority",
                        "assigneeId",
                        "parentId",
                        "labels",
                        "acceptanceCriteria",
                        "estimatedMinutes",
                        "dueAt",
                        "position",
                        "metadata",
                        "startedAt",
                        "completedAt",
                        "version",
                        "createdAt",
                        "updatedAt",
                        "archivedAt",
                        "deletedAt",
                        "tasks")
                .doesNotContain("deletionId", "content", "lifecycle");
        assertThat(ticket.get("dueAt").isNull()).isTrue();
        assertThat(ticket.get("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(ticket.get("id").asText()).hasSize(13);
        assertThat(ticket.get("metadata").isObject()).isTrue();
    }

    @Test
    void aKnownVersionIsNotSentAgain() {
        String path = "/tickets/" + ticket("Cached").field("key");
        for (String known : List.of("\"0\"", "*", "\"7\", \"0\"", "W/\"0\"")) {
            Answer answer = server.get(path, "If-None-Match", known);
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.text()).isEmpty();
            assertThat(answer.header("ETag")).hasValue("\"0\"");
        }
        assertThat(server.get(path, "If-None-Match", "\"1\"").status()).isEqualTo(200);
    }

    /** Q24: a claim begins and ends without a new version, and who reads again is told. */
    @Test
    void whatSomebodyHeldIsSentAgainOnceNobodyDoes() {
        String key = ticket("Held").field("key");
        String path = "/tickets/" + key;
        Answer claim = server.post("/projects/CON/claims", "{\"ticket\":\"%s\"}".formatted(key));
        assertThat(claim.status()).as(claim.text()).isEqualTo(201);
        assertThat(server.post(path + "/status", "{\"status\":\"review\"}").status())
                .isEqualTo(200);
        Answer held = server.get(path);
        assertThat(held.json().path("claimedBy").isObject()).isTrue();
        String etag = held.header("ETag").orElseThrow();
        assertThat(server.get(path, "If-None-Match", etag).status()).isEqualTo(200);
        Answer release = server.post(
                "/claims/%s/release".formatted(claim.field("id")),
                "{\"fencingToken\":%d}"
                        .formatted(claim.json().path("fencingToken").asLong()));
        assertThat(release.status()).as(release.text()).isEqualTo(200);
        Answer free = server.get(path, "If-None-Match", etag);
        assertThat(free.status()).isEqualTo(200);
        assertThat(free.json().path("claimedBy").isNull()).isTrue();
        assertThat(free.json().path("version").asLong())
                .isEqualTo(held.json().path("version").asLong());
        assertThat(server.get(path, "If-None-Match", free.header("ETag").orElseThrow())
                        .status())
                .isEqualTo(304);
        assertThat(server.patch(path, "{\"title\":\"Newer\"}", "If-Match", etag).status())
                .isEqualTo(200);
        assertThat(server.patch(path, "{\"title\":\"Lost\"}", "If-Match", etag).status())
                .isEqualTo(412);
    }

    @Test
    void aStaleIfMatchChangesNothing() {
        String path = "/tickets/" + ticket("Matched").field("key");
        assertThat(server.patch(path, "{\"title\":\"Newer\"}", "If-Match", "\"0\"")
                        .header("ETag"))
                .hasValue("\"1\"");
        Answer stale = server.patch(path, "{\"title\":\"Lost\"}", "If-Match", "\"0\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.field("code")).isEqualTo("stale_version");
        assertThat(stale.json().path("version").asLong()).isEqualTo(1);
        assertThat(server.delete(path, "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(server.get(path).field("title")).isEqualTo("Newer");
        assertThat(server.patch(path, "{\"title\":\"Any\"}", "If-Match", "*").status())
                .isEqualTo(200);
    }

    /** R10 */
    @Test
    void aMergePatchKeepsWhatIsAbsentAndClearsWhatIsNull() {
        Answer created = server.post(
                "/projects/CON/tickets",
                "{\"title\":\"Patch\",\"estimatedMinutes\":5,\"labels\":[\"a\"],\"overview\":\"o\"}");
        Answer patched = server.patch(
                "/tickets/" + created.field("id"),
                "{\"estimatedMinutes\":null,\"dueAt\":\"2030-01-01T02:00:00+02:00\"}",
                "Content-Type",
                "application/merge-patch+json");
        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
        assertThat(patched.json().get("estimatedMinutes").isNull()).isTrue();
        assertThat(patched.field("dueAt")).isEqualTo("2030-01-01T00:00:00.000Z");
        assertThat(patched.field("overview")).isEqualTo("o");
        assertThat(patched.json().get("labels")).hasSize(1);
    }

    @Test
    void metadataKeepsItsDigitsAndNames() {
        Answer created = server.post(
                "/projects/CON/tickets",
                "{\"title\":\"Meta\",\"metadata\":{\"b\":1.10,\"a\":12345678901234567890,\"é\":[null,{}]}}");
        assertThat(created.text()).contains("\"metadata\":{\"b\":1.10,\"a\":12345678901234567890,\"é\":[null,{}]}");
    }

    @Test
    void aListIsReadPageByPageByFollowingItsLink() {
        server.post("/projects", "{\"key\":\"PAGE\",\"name\":\"Pages\"}");
        IntStream.range(0, 7).forEach(i -> server.post("/projects/PAGE/tickets", "{\"title\":\"T" + i + "\"}"));
        List<String> titles = new ArrayList<>();
        Answer page = server.get("/projects/PAGE/tickets?status=open,blocked&limit=3&sort=-number&include=total");
        assertThat(page.json().path("total").asInt()).isEqualTo(7);
        while (page.header("Link").isPresent()) {
            page.json()
                    .path("items")
                    .forEach(row -> titles.add(row.path("title").asText()));
            String link = page.header("Link").get();
            assertThat(link).endsWith(">; rel=\"next\"").contains("limit=3").contains("sort=-number");
            assertThat(page.json().path("nextCursor").isTextual()).isTrue();
            page = server.get(link.substring(1, link.indexOf('>')));
        }
        page.json().path("items").forEach(row -> titles.add(row.path("title").asText()));
        assertThat(page.json().path("nextCursor").isNull()).isTrue();
        assertThat(titles).containsExactly("T6", "T5", "T4", "T3", "T2", "T1", "T0");
    }

    /** Names of parameters may be encoded. */
    @Test
    void aLinkHasOneCursorHoweverTheLastOneWasWritten() {
        server.post("/projects", "{\"key\":\"CUR\",\"name\":\"Cursors\"}");
        IntStream.range(0, 3).forEach(i -> server.post("/projects/CUR/tickets", "{\"title\":\"T" + i + "\"}"));
        String path = "/projects/CUR/tickets?%6Cimit=1&sort=number";
        String cursor = server.get(path).field("nextCursor");
        for (String written : List.of("&cursor=", "&%63ursor=", "&c%75rso%72=")) {
            Answer second = server.get(path + written + cursor);
            assertThat(second.json().at("/items/0/title").asText()).as(written).isEqualTo("T1");
            String link = second.header("Link").orElseThrow();
            Answer third = server.get(link.substring(1, link.indexOf('>')));
            assertThat(third.json().at("/items/0/title").asText()).as(link).isEqualTo("T2");
        }
    }

    /** What names something else does not know where it stands. */
    @Test
    void whatIsRefusedIsFoundWhereTheRequestHasIt() {
        Map<String, String> queries = Map.of(
                "/projects/CON/tickets?assignee=b!", "/assignee",
                "/projects/CON/tickets?parent=b!", "/parent",
                "/activity?actor=b!", "/actor",
                "/users?owner=b!", "/owner",
                "/claims?queue=b!", "/queue",
                "/events?project=b!", "/project");
        queries.forEach((path, pointer) -> assertPointsAt(server.get(path), pointer));
        assertPointsAt(server.post("/projects/CON/claims", "{\"ticket\":\"bad\"}"), "/ticket");
        assertPointsAt(server.post("/claims", "{\"projects\":[\"CON\",\"!\"]}"), "/projects/1");
        assertPointsAt(server.post("/projects/CON/transfer", "{\"to\":\"a b\"}"), "/to");
        assertPointsAt(server.post("/projects", "{\"key\":\"NEW\",\"name\":\"N\",\"agents\":[\"a b\"]}"), "/agents/0");
        assertPointsAt(
                server.post(
                        "/projects/CON/conversations", "{\"kind\":\"channel\",\"title\":\"T\",\"agents\":[\"a b\"]}"),
                "/agents/0");
    }

    /** The element of a list is where the fault is, and not the list. */
    @Test
    void whatIsWrongWithinAListIsFoundThere() {
        assertPointsAt(server.post("/projects/CON/tickets", "{\"title\":\"T\",\"labels\":[\"a\",\"\"]}"), "/labels/1");
        assertPointsAt(
                server.post(
                        "/projects/CON/tickets",
                        "{\"title\":\"T\",\"tasks\":[{\"content\":\"c\"},{\"content\":\"c\",\"labels\":[\"\"]}]}"),
                "/tasks/1/labels/0");
        String batch = "/projects/CON/tickets/batch";
        assertPointsAt(server.post(batch, "{\"items\":[{\"title\":\"T\"},{\"title\":\" \"}]}"), "/items/1/title");
        assertPointsAt(server.post(batch, "{\"items\":[{\"title\":\"T\"},{}]}"), "/items/1/title");
        assertPointsAt(server.post(batch, "{\"items\":[{\"title\":\"T\",\"name\":\"N\"}]}"), "/items/0/name");
        assertPointsAt(server.post(batch, "{\"items\":[{\"title\":\"T\",\"labels\":[\"a\",1]}]}"), "/items/0/labels/1");
        assertPointsAt(
                server.put("/projects/CON/collected-data", "{\"useCases\":[{\"name\":\"U\",\"steps\":[\"a\",\"\"]}]}"),
                "/useCases/0/steps/1");
    }

    private static void assertPointsAt(Answer refused, String pointer) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    /** Browsers do not encode it. */
    @Test
    void aSemicolonIsACharacterLikeAnyOther() {
        ticket("First; then");
        ticket("First; last");
        String path = "/projects/CON/tickets?limit=1&q=first;";
        Answer first = server.get(path);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        String link = first.header("Link").orElseThrow();
        assertThat(link).contains("q=first;&");
        assertThat(server.get(link.substring(1, link.indexOf('>'))).json().path("items"))
                .hasSize(1);
    }

    @Test
    void aCursorOfAnotherFilterIsRefused() {
        IntStream.range(0, 3).forEach(i -> ticket("Cursor " + i));
        String cursor = server.get("/projects/CON/tickets?limit=1").field("nextCursor");
        Answer other = server.get("/projects/CON/tickets?limit=1&status=open&cursor=" + cursor);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.field("code")).isEqualTo("malformed_cursor");
    }

    @Test
    void rowsLeaveOutLongFieldsUnlessTheyAreIncluded() {
        server.post("/projects", "{\"key\":\"INC\",\"name\":\"Includes\"}");
        server.post(
                "/projects/INC/tickets",
                "{\"title\":\"I\",\"overview\":\"long\",\"metadata\":{\"m\":1},\"tasks\":[{\"content\":\"a\",\"status\":\"done\"},"
                        + "{\"content\":\"b\"},{\"content\":\"c\"}]}");
        JsonNode bare = server.get("/projects/INC/tickets").json().at("/items/0");
        assertThat(names(bare)).doesNotContain("overview", "metadata", "tasks").contains("taskCount", "openTaskCount");
        Answer answer = server.get("/projects/INC/tickets?include=overview,metadata,tasks(status=pending,limit=1)");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode row = answer.json().at("/items/0");
        assertThat(row.path("overview").asText()).isEqualTo("long");
        assertThat(row.at("/metadata/m").asInt()).isEqualTo(1);
        assertThat(row.path("tasks")).hasSize(1);
        assertThat(row.at("/tasks/0/content").asText()).isEqualTo("b");
    }

    @Test
    void aRepeatedIdempotencyKeyGetsTheFirstAnswerOnce() {
        String body = "{\"title\":\"Once\"}";
        Answer first = server.post("/projects/CON/tickets", body, "Idempotency-Key", "k-1");
        Answer again = server.post("/projects/CON/tickets", body, "Idempotency-Key", "k-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        Answer other = server.post("/projects/CON/tickets", "{\"title\":\"Other\"}", "Idempotency-Key", "k-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.field("code")).isEqualTo("idempotency_mismatch");
        assertThat(server.post("/projects/CON/tickets/batch", "{\"items\":[" + body + "]}", "Idempotency-Key", "k-1")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anErrorIsNotKeptUnderItsIdempotencyKey() {
        assertThat(server.post("/projects", "{\"key\":\"LATE\"}", "Idempotency-Key", "k-2")
                        .status())
                .isEqualTo(400);
        assertThat(server.post("/projects", "{\"key\":\"LATE\",\"name\":\"Late\"}", "Idempotency-Key", "k-2")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anEmptyClaimIsNotKept() {
        server.post("/projects", "{\"key\":\"QUE\",\"name\":\"Queue\"}");
        String queue = server.post("/projects/QUE/queues", "{\"name\":\"q\"}").field("id");
        Answer empty = server.post("/queues/" + queue + "/claims", null, "Idempotency-Key", "k-3");
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.json().get("claim").isNull()).isTrue();
        assertThat(empty.field("reason")).isEqualTo("empty");
        String ticket =
                server.post("/projects/QUE/tickets", "{\"title\":\"W\"}").field("id");
        Answer enqueued = server.post("/queues/" + queue + "/items", "{\"ticketId\":\"" + ticket + "\"}");
        assertThat(enqueued.status()).as(enqueued.text()).isEqualTo(201);
        Answer claim = server.post("/queues/" + queue + "/claims", null, "Idempotency-Key", "k-3");
        assertThat(claim.status()).as(claim.text()).isEqualTo(201);
        assertThat(names(claim.json()))
                .contains(
                        "id",
                        "fencingToken",
                        "leaseUntil",
                        "queueId",
                        "item",
                        "ticket",
                        "task",
                        "comments",
                        "previous");
        Answer replay = server.post("/queues/" + queue + "/claims", null, "Idempotency-Key", "k-3");
        assertThat(replay.text()).isEqualTo(claim.text());
        String token = "{\"fencingToken\":" + claim.field("fencingToken") + "}";
        assertThat(server.post("/claims/" + claim.field("id") + "/heartbeat", token)
                        .status())
                .isEqualTo(200);
        assertThat(server.post("/claims/" + claim.field("id") + "/complete", token)
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/tickets/" + ticket).field("status")).isEqualTo("completed");
    }

    @Test
    void everyAnswerCarriesItsRequestIdAndTheSecurityHeaders() {
        for (Answer answer : List.of(
                server.get("/projects", "X-Request-Id", "abc-1"),
                server.get("/tickets/CON-999", "X-Request-Id", "abc-1"),
                server.get("/no/such/path", "X-Request-Id", "abc-1"),
                server.post("/projects", "{", "X-Request-Id", "abc-1"))) {
            assertThat(answer.header("X-Request-Id")).hasValue("abc-1");
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.header("Cache-Control")).hasValue("no-store");
            assertThat(answer.header("Content-Security-Policy"))
                    .hasValue("default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
        }
        assertThat(server.get("/projects", "X-Request-Id", "x".repeat(500))
                        .header("X-Request-Id")
                        .orElseThrow())
                .hasSizeLessThan(200);
    }

    /** So that a trace finds what is logged here. */
    @Test
    void whoeverSendsATraceAndNoIdIsAnsweredUnderTheTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String parent = "00-" + trace + "-00f067aa0ba902b7-01";
        assertThat(server.get("/projects", "traceparent", parent).header("X-Request-Id"))
                .hasValue(trace);
        assertThat(server.get("/tickets/CON-999", "traceparent", parent).field("requestId"))
                .isEqualTo(trace);
        assertThat(server.get("/projects", "traceparent", parent, "X-Request-Id", "abc-1")
                        .header("X-Request-Id"))
                .hasValue("abc-1");
        for (String wrong :
                List.of(parent.toUpperCase(Locale.ROOT), "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", trace)) {
            assertThat(server.get("/projects", "traceparent", wrong)
                            .header("X-Request-Id")
                            .orElseThrow())
                    .as(wrong)
                    .hasSize(36);
        }
    }

    @Test
    void anExportIsAStreamThatImportsToAnEqualProject() {
        server.post("/projects", "{\"key\":\"EXP\",\"name\":\"Export\"}");
        server.post("/projects/EXP/tickets", "{\"title\":\"Carried\",\"tasks\":[{\"content\":\"step\"}]}");
        Answer export = server.get("/projects/EXP/export");
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        assertThat(export.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        server.post("/projects", "{\"key\":\"IMP\",\"name\":\"Import\"}");
        Answer report =
                server.post("/imports?project=IMP&format=cairn", export.text(), "Content-Type", "application/x-ndjson");
        assertThat(report.status()).as(report.text()).isEqualTo(200);
        assertThat(report.json().path("created").asInt()).isEqualTo(1);
        assertThat(server.get("/tickets/IMP-1").json().at("/tasks/0/content").asText())
                .isEqualTo("step");
    }

    @Test
    void bothHealthPathsAnswer() {
        assertThat(server.get("/health/liveness").status()).isEqualTo(200);
        assertThat(server.get("/health/readiness").field("status")).isEqualTo("up");
    }

    private Answer ticket(String title) {
        Answer created = server.post("/projects/CON/tickets", "{\"title\":\"" + title + "\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created;
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    @Test
    void theOwnerIsTheFirstMember() {
        server.post("/projects", "{\"key\":\"MEM\",\"name\":\"Members\"}");
        Answer members = server.get("/projects/MEM/members");
        var member = members.json().path("items").path(0);
        assertThat(member.path("role").asText()).isEqualTo("owner");
        assertThat(member.path("type").asText()).isEqualTo("human");
        assertThat(member.path("userId").asText())
                .isEqualTo(server.get("/projects/MEM").field("ownerId"));
        String path = "/projects/MEM/members/" + member.path("userId").asText();
        assertThat(server.get(path).json()).isEqualTo(member);
        assertThat(server.delete(path).field("code")).isEqualTo("owner_required");
        assertThat(server.put(path, "{\"role\":\"viewer\"}").status()).isEqualTo(409);
    }
}
