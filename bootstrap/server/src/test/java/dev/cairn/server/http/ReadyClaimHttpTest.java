package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Claims without a queue, queues that feed themselves, and lists that say who holds what (Q22, Q24). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class ReadyClaimHttpTest {
    @TempDir
    private static Path directory;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(directory, Map.of());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode created(String path, String body) {
        Answer answer = server.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    /** Q22 */
    @Test
    void aProjectHandsOutItsReadyTicketsInTheShapeOfAnyClaim() {
        created("/projects", "{\"key\":\"RDY\",\"name\":\"Ready\"}");
        created("/projects/RDY/tickets", "{\"title\":\"One\",\"labels\":[\"ui\"]}");
        created("/projects/RDY/tickets", "{\"title\":\"Two\"}");
        Answer answer =
                server.post("/projects/rdy/claims", "{\"agent\":\"robot\",\"labels\":[\"ui\"],\"leaseSeconds\":60}");
        JsonNode claim = answer.json();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().get("location"))
                .endsWith("/claims/" + claim.get("id").asText());
        assertThat(claim.at("/ticket/key").asText()).isEqualTo("RDY-1");
        assertThat(claim.get("fencingToken").asInt()).isEqualTo(1);
        JsonNode none =
                server.post("/projects/RDY/claims", "{\"labels\":[\"ui\"]}").json();
        assertThat(none.get("claim").isNull()).isTrue();
        assertThat(none.get("reason").asText()).isEqualTo("empty");
        Answer held = server.post("/projects/RDY/claims", "{\"ticket\":\"RDY-1\"}");
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.text()).contains("\"claimed\"", "robot", "leaseUntil");
        assertThat(server.post("/projects/RDY/claims", "{\"waitSeconds\":26}").status())
                .isEqualTo(400);
        assertThat(server.get("/projects/RDY/queues/ready")
                        .json()
                        .get("maxParallel")
                        .asInt())
                .isEqualTo(10_000);
        JsonNode rows = server.get("/projects/RDY/tickets").json().get("items");
        assertThat(rows.get(0).at("/claimedBy/agent").asText()).isEqualTo("robot");
        assertThat(rows.get(1).get("claimedBy").isNull()).isTrue();
        assertThat(server.get("/tickets/RDY-1").json().at("/claimedBy/claimId")).isEqualTo(claim.get("id"));
        assertThat(server.get("/tickets/RDY-2").json().get("claimedBy").isNull())
                .isTrue();
        assertThat(created("/claims", "{\"projects\":[\"RDY\"]}")
                        .at("/ticket/key")
                        .asText())
                .isEqualTo("RDY-2");
        JsonNode nowhere = server.post("/claims", "{\"projects\":[\"RDY\"]}").json();
        assertThat(nowhere.at("/reasons/0/project").asText()).isEqualTo("RDY");
        assertThat(nowhere.at("/reasons/0/reason").asText()).isEqualTo("empty");
    }

    /** Q22 */
    @Test
    void aQueueIsToldToFeedItself() {
        created("/projects", "{\"key\":\"FED\",\"name\":\"Fed\"}");
        created("/projects/FED/tickets", "{\"title\":\"One\",\"priority\":\"high\",\"type\":\"bug\"}");
        JsonNode queue = created("/projects/FED/queues", "{\"name\":\"q\",\"feeds\":{\"minPriority\":\"high\"}}");
        assertThat(queue.get("feeds").toString()).isEqualTo("{\"labels\":[],\"types\":[],\"minPriority\":\"high\"}");
        String path = "/projects/FED/queues/q";
        assertThat(server.get(path + "/stats").json().get("feedable").asInt()).isEqualTo(1);
        assertThat(server.patch(path, "{\"feeds\":{\"types\":[\"bug\"]}}")
                        .json()
                        .at("/feeds/types/0")
                        .asText())
                .isEqualTo("bug");
        assertThat(created(path + "/claims", "{}").at("/ticket/key").asText()).isEqualTo("FED-1");
        assertThat(server.patch(path, "{\"feeds\":null}").json().get("feeds").isNull())
                .isTrue();
        assertThat(server.get(path + "/stats").json().get("feedable").isNull()).isTrue();
        assertThat(server.patch(path, "{\"feeds\":{\"label\":\"x\"}}").status()).isEqualTo(400);
        assertThat(server.patch(path, "{\"feeds\":{\"labels\":null}}").status()).isEqualTo(400);
    }
}
