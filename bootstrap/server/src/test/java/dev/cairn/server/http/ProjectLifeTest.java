package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A project's life over HTTP: collected data, validation, artifacts, statistics and the log (R22–R26). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProjectLifeTest {
    private static final String DATA = """
            {"actors": ["Ada", {"name": "Mail", "type": "external", "goals": ["deliver"]}],
             "useCases": ["Log in", {"id": "uc2", "name": "Order", "actor": "Ada", "steps": ["choose", "pay"]}, "Leave"],
             "boundaries": {"inScope": ["orders"]},
             "entities": ["Order", {"name": "Item", "attributes": ["price", {"name": "count", "type": "int"}],
                                    "relationships": ["Order", {"target": "Shop", "label": "is in"}]}],
             "goals": ["fast"]}
            """;

    @TempDir
    private static Path directory;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void collectedDataAreReplacedMergedAndRead() {
        String path = project("COL") + "/collected-data";
        Answer replaced = server.put(path, DATA, "If-Match", "\"0\"");
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(replaced.header("ETag")).hasValue("\"1\"");
        assertThat(replaced.json().at("/collectedData/actors/0/type").asText()).isEqualTo("human");
        assertThat(replaced.json().at("/collectedData/useCases/0/id").asText()).isEqualTo("log in");
        assertThat(replaced.json().at("/completeness").asInt()).isEqualTo(68);
        assertThat(server.put(path, DATA, "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(server.get(path).json()).isEqualTo(replaced.json());
        assertThat(server.get(path, "If-None-Match", "\"1\"").status()).isEqualTo(304);
        Answer merged = server.post(path + "/merge", "{\"actors\":[\"Cy\",\"ADA\"],\"goals\":[\"small\"]}");
        assertThat(texts(merged.json().at("/collectedData/actors"), "name")).containsExactly("Ada", "Mail", "Cy");
        assertThat(merged.json().at("/collectedData/goals")).hasSize(2);
        String again = merged.json().get("collectedData").toString();
        assertThat(server.put(path, again).json().get("collectedData"))
                .as("what was read can be put back")
                .isEqualTo(merged.json().get("collectedData"));
        assertThat(server.get(project("COL")).json().at("/completeness").asInt())
                .isEqualTo(merged.json().at("/completeness").asInt());
    }

    /** R19. */
    @Test
    void aProjectBeginsWithAChannelAndOnRequestWithAnIntakeChatAndAgents() {
        String agent = server.post("/users", "{\"type\":\"agent\",\"name\":\"Robot\"}")
                .json()
                .at("/id")
                .asText();
        Answer created = server.post(
                "/projects", "{\"key\":\"NEW\",\"name\":\"New\",\"intake\":true,\"agents\":[\"%s\"]}".formatted(agent));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(server.get("/projects/NEW/members/" + agent)
                        .json()
                        .at("/role")
                        .asText())
                .isEqualTo("editor");
        Answer list = server.get("/projects/NEW/conversations?sort=title");
        assertThat(texts(list.json().at("/items"), "title")).containsExactly("general", "Intake");
        assertThat(list.json().at("/items/0/isDefault").asBoolean()).isTrue();
        JsonNode chat = list.json().at("/items/1");
        assertThat(server.get("/projects/NEW/conversations?kind=chat&purpose=intake")
                        .json()
                        .at("/items"))
                .containsExactly(chat);
        Answer one = server.get("/conversations/" + chat.get("id").asText());
        ObjectNode shown = one.json().deepCopy();
        assertThat(shown.remove("participants").isArray()).isTrue();
        assertThat(shown).isEqualTo(chat);
        assertThat(one.header("ETag")).hasValue("\"0\"");
        JsonNode message = server.get("/conversations/" + chat.get("id").asText() + "/messages")
                .json()
                .at("/items/0");
        assertThat(message.get("seq").asInt()).isEqualTo(1);
        assertThat(message.get("role").asText()).isEqualTo("system");
        assertThat(message.get("content").asText()).contains("New (NEW)");
        Answer refused = server.post(
                "/projects",
                "{\"key\":\"BAD\",\"name\":\"Bad\",\"agents\":[\"%s\",\"%s\"]}"
                        .formatted(agent, chat.get("id").asText()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("/agents/1", "unknown_value", "is no active agent");
        assertThat(server.get("/projects/BAD").status()).isEqualTo(404);
    }

    @Test
    void aValidationReportsEachGate() {
        String path = project("VAL");
        assertThat(server.get(path + "/validation").json().at("/validatedAt").isNull())
                .isTrue();
        server.put(path + "/collected-data", DATA);
        Answer validated = server.post(path + "/validate", null);
        assertThat(validated.status()).as(validated.text()).isEqualTo(200);
        assertThat(validated.json().at("/gates")).hasSize(10);
        assertThat(validated.json().at("/gates/4/gate").asText()).isEqualTo("description");
        assertThat(validated.json().at("/gates/4/reason").asText()).contains("at least 11 are needed");
        assertThat(validated.json().at("/gates/0/reason").isNull()).isTrue();
        int score = validated.json().at("/score").asInt();
        assertThat(server.get(path).json().at("/validationScore").asInt()).isEqualTo(score);
        assertThat(server.get(path).json().at("/validationStale").asBoolean()).isFalse();
        server.post(path + "/collected-data/merge", "{\"goals\":[\"new\"]}");
        assertThat(server.get(path + "/validation").json().at("/stale").asBoolean())
                .isTrue();
        assertThat(texts(server.get("/projects?q=VAL&minScore=" + score).json().get("items"), "key"))
                .containsExactly("VAL");
        assertThat(server.get("/projects?q=VAL&minScore=" + (score + 1)).json().get("items"))
                .isEmpty();
    }

    @Test
    void statisticsHaveARowForEachStatus() {
        project("STA");
        Answer statistics = server.get("/projects/statistics");
        assertThat(texts(statistics.json().get("items"), "status")).containsExactly("draft", "active", "completed");
        assertThat(statistics.json().at("/items/1/count").asInt()).isZero();
        assertThat(statistics.json().at("/items/1/averageScore").isNull()).isTrue();
        assertThat(statistics.json().at("/items/0/count").asInt()).isPositive();
    }

    @Test
    void anArtifactIsCreatedRevisedMovedDeletedAndRestored() {
        String project = project("ART");
        Answer created = server.post(project + "/artifacts", "{\"title\":\"Notes\",\"content\":\"# one\\n\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("ETag")).hasValue("\"0\"");
        assertThat(List.of(created.field("type"), created.field("format"), created.field("status")))
                .containsExactly("document", "markdown", "draft");
        String path = created.header("Location").orElseThrow();
        assertThat(server.get(path).json()).isEqualTo(created.json());
        Answer same = server.patch(path, "{\"content\":\"# one\\n\"}");
        assertThat(same.json()).isEqualTo(created.json());
        Answer revised = server.patch(path, "{\"content\":\"# two\"}", "If-Match", "\"0\"");
        assertThat(revised.json().at("/revision").asInt()).isEqualTo(2);
        assertThat(revised.field("content")).isEqualTo("# two");
        assertThat(server.get(path + "/revisions/1").field("content")).isEqualTo("# one\n");
        assertThat(server.get(path + "/revisions").json().get("items")).hasSize(2);
        assertThat(server.get(path + "/revisions").text()).doesNotContain("# one");
        assertThat(server.get(path + "/revisions/3").status()).isEqualTo(404);
        assertThat(server.post(path + "/status", "{\"status\":\"validated\"}").field("status"))
                .isEqualTo("validated");
        assertThat(server.get(project + "/artifacts?status=validated&include=total")
                        .json()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.delete(path).status()).isEqualTo(204);
        assertThat(server.get(path).status()).isEqualTo(404);
        assertThat(server.post(path + "/restore", null).field("content")).isEqualTo("# two");
        assertThat(server.delete(path + "?purge=true").status()).isEqualTo(204);
        assertThat(server.post(path + "/restore", null).status()).isEqualTo(404);
    }

    @Test
    void generatingAnswersOneArtifactForEachType() {
        String project = project("GEN");
        server.put(project + "/collected-data", DATA);
        Answer all = server.post(project + "/artifacts/generate", null);
        assertThat(all.status()).as(all.text()).isEqualTo(200);
        assertThat(texts(all.json().get("items"), "type"))
                .containsExactly("context_diagram", "use_case_diagram", "class_diagram", "requirements");
        Answer one = server.post(project + "/artifacts/generate", "{\"types\":[\"class_diagram\"]}");
        assertThat(one.json().at("/items/0")).isEqualTo(all.json().at("/items/2"));
        assertThat(server.get("/artifacts/" + one.json().at("/items/0/id").asText())
                        .field("content"))
                .startsWith("classDiagram\n");
    }

    @Test
    void theLogShowsWhatAnUpdateChanged() {
        String project = project("LOG");
        server.patch(project, "{\"branch\":\"main\"}");
        Answer log = server.get("/activity?project=LOG&limit=1");
        assertThat(log.json().at("/items/0/before").toString()).isEqualTo("{\"branch\":null}");
        assertThat(log.json().at("/items/0/after").toString()).isEqualTo("{\"branch\":\"main\"}");
        String actor = log.json().at("/items/0/actorId").asText();
        String subject = log.json().at("/items/0/subjectId").asText();
        assertThat(server.get("/activity?actor=" + actor + "&subject=" + subject)
                        .json()
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void theRetentionOfTheLogIsASetting() {
        String forEver = server.get("/settings").text();
        assertThat(forEver)
                .startsWith(
                        "{\"openRegistration\":true,\"activityRetentionDays\":null,\"modelNetworks\":\"\",\"repliesPerProvider\":4,");
        assertThat(server.patch("/settings", "{\"activityRetentionDays\":90}").text())
                .isEqualTo(forEver.replace("\"activityRetentionDays\":null", "\"activityRetentionDays\":90"));
        assertThat(server.get("/settings").field("activityRetentionDays")).isEqualTo("90");
        assertThat(server.patch("/settings", "{\"activityRetentionDays\":null}").text())
                .isEqualTo(forEver);
    }

    private String project(String key) {
        server.post("/projects", "{\"key\":\"%s\",\"name\":\"Project %s\"}".formatted(key, key));
        return "/projects/" + key;
    }

    private static List<String> texts(JsonNode items, String field) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(field).asText()));
        return texts;
    }
}
