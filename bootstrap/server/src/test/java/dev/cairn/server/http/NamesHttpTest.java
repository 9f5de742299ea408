package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Names are taken where ids are, and a refusal says what was expected and where to go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class NamesHttpTest {
    @TempDir
    private static Path directory;

    private TestServer server;
    private String queue;

    @BeforeAll
    void start() {
        server = TestServer.start(directory, Map.of("CAIRN_ACCOUNTS", "on"));
        register("ada");
        register("bob");
        created("/projects", "{\"key\":\"NAM\",\"name\":\"Names\"}");
        created("/projects/NAM/tickets", "{\"title\":\"One\"}");
        queue = created("/projects/NAM/queues", "{\"name\":\"Agents at work\",\"maxParallel\":2}");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void register(String username) {
        Answer answer = server.post(
                "/auth/register", "{\"username\":\"" + username + "\",\"password\":\"correct horse battery\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private String created(String path, String body) {
        Answer answer = server.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    @Test
    void projectsAndTicketsGoByTheirKeysInAnyCase() {
        assertThat(server.get("/projects/nam").json().get("key").asText()).isEqualTo("NAM");
        assertThat(server.get("/tickets/nam-1").json().get("key").asText()).isEqualTo("NAM-1");
        assertThat(server.get("/search?q=one&project=Nam").status()).isEqualTo(200);
    }

    @Test
    void aQueueGoesByItsNameWithinItsProject() {
        String path = "/projects/NAM/queues/agents%20AT%20work";
        assertThat(server.get(path).json().get("id").asText()).isEqualTo(queue);
        assertThat(server.get("/projects/nam/queues/" + queue).json().get("id").asText())
                .isEqualTo(queue);
        assertThat(server.post(path + "/items", "{\"ticketId\":\"nam-1\"}").status())
                .isEqualTo(201);
        assertThat(server.post(path + "/claims", "{}").status()).isEqualTo(201);
        assertThat(server.get(path + "/stats").status()).isEqualTo(200);
        for (String named : List.of(queue, "agents%20AT%20work")) {
            assertThat(server.get("/projects/NAM/claims?queue=" + named)
                            .json()
                            .at("/items/0/queueId")
                            .asText())
                    .isEqualTo(queue);
        }
        assertThat(server.get("/claims?queue=agents").text()).contains("/projects/KEY/queues/NAME");
        assertThat(server.get("/projects/NAM/queues/nothing").status()).isEqualTo(404);
        assertThat(server.get("/queues/agents/items").text()).contains("/projects/KEY/queues/NAME");
    }

    @Test
    void aPersonGoesByTheirUsername() {
        assertThat(server.put("/projects/NAM/members/bob", "{\"role\":\"editor\"}")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/projects/NAM/members/@BOB").json().get("role").asText())
                .isEqualTo("editor");
        assertThat(server.get("/users/bob").json().get("name").asText()).isEqualTo("bob");
        assertThat(server.get("/users/nobody").status()).isEqualTo(404);
        for (String query :
                List.of("/projects/NAM/tickets?assignee=", "/activity?actor=", "/users?owner=", "/claims?user=")) {
            assertThat(server.get(query + "bob").status()).as(query).isEqualTo(200);
            assertThat(server.get(query + "@BOB").text())
                    .isEqualTo(server.get(query + "bob").text());
            assertThat(server.get(query + "nobody").status()).as(query).isEqualTo(404);
        }
        created("/projects", "{\"key\":\"GIVE\",\"name\":\"Given away\"}");
        assertThat(server.post("/projects/GIVE/transfer", "{\"to\":\"bob\"}").status())
                .isEqualTo(200);
    }

    @Test
    void aRefusalNamesWhatWasExpectedAndWhereToGo() {
        assertThat(server.get("/projects/my%20project").text())
                .contains("neither a project key (2 to 10 of A-Z and 0-9, like CRN) nor an id");
        assertThat(server.patch("/tickets/NAM-1", "{\"status\":\"completed\"}").text())
                .contains("A status changes by POST");
        assertThat(server.post("/tickets/NAM-1/comments", "{\"text\":\"words\"}")
                        .text())
                .contains("content is required; the body has text");
        assertThat(server.patch("/tickets/NAM-1", "{\"name\":\"Two\"}").text())
                .contains("A ticket and a prompt have a title");
        assertThat(server.get("/nowhere").text()).contains("no_such_route");
        assertThat(server.get("/nowhere").text()).contains("GET /api/v1 lists all routes");
    }

    @Test
    void theBaseIsAnIndexOfAllRoutes() {
        var index = server.get("").json();
        assertThat(index.get("links").get("readiness").asText()).isEqualTo("/health/readiness");
        assertThat(index.get("routes").toString())
                .contains(
                        "\"POST /api/v1/tickets/{ticket}/status\"",
                        "\"GET /api/v1/projects/{project}/queues/{queue}/stats\"");
    }

    /** Q24. */
    @Test
    void holdersAreVisibleWithWhatTheyHold() {
        created("/projects", "{\"key\":\"HELD\",\"name\":\"Held\"}");
        created("/projects/HELD/tickets", "{\"title\":\"Work\"}");
        created("/projects/HELD/queues", "{\"name\":\"q\"}");
        String item = server.post("/projects/HELD/queues/q/items", "{\"ticketId\":\"HELD-1\"}")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asText();
        var claim = server.post("/projects/HELD/queues/q/claims", "{\"agent\":\"robot\"}")
                .json();
        String path = "/claims/" + claim.get("id").asText();
        server.post(path + "/heartbeat", "{\"fencingToken\":1,\"progress\":{\"percent\":40,\"text\":\"half\"}}");
        var held = server.get("/projects/held/claims").json().get("items").get(0);
        assertThat(held.get("agent").asText()).isEqualTo("robot");
        assertThat(held.get("user").asText()).isNotEmpty();
        assertThat(held.get("ticketKey").asText()).isEqualTo("HELD-1");
        assertThat(held.get("progress").get("percent").asInt()).isEqualTo(40);
        assertThat(held.get("leaseUntil").isNull()).isFalse();
        assertThat(server.get("/claims").text()).contains("\"ticketKey\":\"HELD-1\"");
        server.post(path + "/release", "{\"fencingToken\":1,\"note\":\"too hard\"}");
        assertThat(server.get("/projects/HELD/claims").json().get("items")).isEmpty();
        assertThat(server.get("/projects/HELD/claims?ended=true").json().get("items"))
                .hasSize(1);
        var attempt = server.get("/queue-items/" + item + "/claims")
                .json()
                .get("items")
                .get(0);
        assertThat(attempt.get("outcome").asText()).isEqualTo("released");
        assertThat(attempt.get("note").asText()).isEqualTo("too hard");
    }

    @Test
    void aPositionThatNobodySetIsNullAndNullTakesItAway() {
        created("/projects/NAM/tickets", "{\"title\":\"Placed\"}");
        String path = "/tickets/NAM-2";
        assertThat(server.get(path).json().get("position").isNull()).isTrue();
        assertThat(server.patch(path, "{\"position\":7}").json().get("position").asLong())
                .isEqualTo(7);
        assertThat(server.patch(path, "{\"position\":null}")
                        .json()
                        .get("position")
                        .isNull())
                .isTrue();
        assertThat(server.get("/projects/NAM/tickets?limit=1")
                        .json()
                        .get("items")
                        .get(0)
                        .get("position")
                        .isNull())
                .isTrue();
    }
}
