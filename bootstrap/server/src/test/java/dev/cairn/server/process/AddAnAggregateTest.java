package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.Cairn;
import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S8: the guide "Add an aggregate", done as it says on a copy of the sources, and used on both engines. */
@Tag("slow")
class AddAnAggregateTest {
    private static final int FILES_MAX = 8;
    private static final int LINES_MAX = 300;

    @TempDir
    Path folder;

    @Test
    void theGuideIsTrue() throws Exception {
        GuidedSources sources = GuidedSources.copied("add-an-aggregate.md", folder);
        Path data = Files.createDirectory(folder.resolve("data"));
        Cairn.open(data.resolve("cairn.db")).close();

        GuidedSources.Written written = sources.write();
        assertThat(sources.guide())
                .contains("**%d new files and %d edited ones, %d lines**"
                        .formatted(written.files(), written.editedInMain().size(), written.lines()))
                .contains("at most %d and %d".formatted(FILES_MAX, LINES_MAX));
        assertThat(written.files()).isLessThanOrEqualTo(FILES_MAX);
        assertThat(written.lines()).isLessThanOrEqualTo(LINES_MAX);
        sources.generate("milestones");

        use(sources, data, Map.of());
        try (EmbeddedPostgres postgres = TestPostgres.builder().start()) {
            Map<String, String> database = Map.of(
                    "CAIRN_DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
                    "CAIRN_DATABASE_USER", "postgres",
                    "CAIRN_DATABASE_PASSWORD", "postgres");
            use(sources, Files.createDirectory(folder.resolve("postgres")), database);
        }
    }

    private static void use(GuidedSources sources, Path data, Map<String, String> environment) throws Exception {
        try (ChildServer server = sources.start(data, environment)) {
            Api owner = server.api();
            owner.made("/projects", "{\"key\":\"NEW\",\"name\":\"An aggregate\"}");
            String place = itIsCreatedReadAndListed(owner);
            itIsEditedInTheVersionThatWasRead(owner, place);
            theLogSaysWhatChanged(owner);
            eachDoesWhatItsRoleAllows(server, owner, place);
            itIsDeletedAndRestored(owner, place);
            itTravels(owner);
            itGoesWithItsProject(owner, place);
        }
    }

    private static String itIsCreatedReadAndListed(Api owner) throws Exception {
        JsonNode made =
                owner.made("/projects/NEW/milestones", "{\"name\":\"Beta\",\"dueAt\":\"2030-01-02T03:04:05.678Z\"}");
        String place = "/milestones/" + made.path("id").asText();
        assertThat(owner.get(place)).isEqualTo(new Api.Answer(200, made));
        assertThat(made.path("dueAt").asText()).isEqualTo("2030-01-02T03:04:05.678Z");
        owner.made("/projects/NEW/milestones", "{\"name\":\"Alpha\"}");
        assertThat(owner.get("/projects/NEW/milestones").body().path("items").findValuesAsText("name"))
                .containsExactly("Alpha", "Beta");
        assertRefused(owner.post("/projects/NEW/milestones", "{\"name\":\"BETA\"}"), 409, "name_taken");
        assertRefused(owner.post("/projects/NEW/milestones", "{\"dueAt\":null}"), 400, "required");
        assertRefused(owner.post("/projects/NEW/milestones", "{\"name\":\"C\",\"colour\":\"red\"}"), 400, "invalid");
        return place;
    }

    private static void itIsEditedInTheVersionThatWasRead(Api owner, String place) throws Exception {
        Api.Answer edited = owner.send("PATCH", place, "{\"name\":\"Beta 2\"}", "If-Match", "\"0\"");
        assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
        assertThat(edited.body().path("name").asText()).isEqualTo("Beta 2");
        assertThat(edited.body().path("dueAt").asText()).isEqualTo("2030-01-02T03:04:05.678Z");
        assertRefused(owner.send("PATCH", place, "{\"dueAt\":null}", "If-Match", "\"0\""), 412, "stale_version");
        assertRefused(owner.send("PATCH", place, "{\"name\":null}"), 400, "null_not_allowed");
    }

    private static void theLogSaysWhatChanged(Api owner) throws Exception {
        JsonNode entries = owner.get("/activity?project=NEW").body().path("items");
        assertThat(entries.findValuesAsText("type"))
                .contains("milestone.created", "milestone.updated")
                .doesNotContain("milestone.deleted");
        for (JsonNode entry : entries) {
            if (entry.path("type").asText().equals("milestone.updated")) {
                assertThat(entry.toString()).contains("{\"name\":\"Beta\"}", "{\"name\":\"Beta 2\"}");
            }
        }
    }

    private static void eachDoesWhatItsRoleAllows(ChildServer server, Api owner, String place) throws Exception {
        Api viewer = member(server, owner, "viewer");
        Api editor = member(server, owner, "editor");
        Api stranger = member(server, owner, "");

        assertThat(viewer.get(place).status()).isEqualTo(200);
        assertRefused(viewer.send("PATCH", place, "{\"name\":\"Mine\"}"), 403, "role_required");
        assertRefused(viewer.post("/projects/NEW/milestones", "{\"name\":\"Mine\"}"), 403, "role_required");
        assertRefused(viewer.delete(place), 403, "role_required");
        assertThat(editor.send("PATCH", place, "{\"name\":\"Beta 3\"}").status())
                .isEqualTo(200);
        assertRefused(stranger.get(place), 404, "not_found");
        assertRefused(stranger.get("/projects/NEW/milestones"), 404, "not_found");
        assertRefused(stranger.send("PATCH", place, "{\"name\":\"Mine\"}"), 404, "not_found");
    }

    /** A program with a role in the project, or with none. */
    private static Api member(ChildServer server, Api owner, String role) throws Exception {
        String id = owner.made("/users", "{\"type\":\"agent\",\"name\":\"A %s\"}".formatted(role))
                .path("id")
                .asText();
        if (!role.isEmpty()) {
            String body = "{\"role\":\"%s\"}".formatted(role);
            assertThat(owner.send("PUT", "/projects/NEW/members/" + id, body).status())
                    .isLessThan(300);
        }
        String wanted = "{\"name\":\"key\",\"scopes\":[\"read\",\"write\"],\"userId\":\"%s\"}".formatted(id);
        return new Api(server.url(), owner.made("/tokens", wanted).path("token").asText());
    }

    private static void itIsDeletedAndRestored(Api owner, String place) throws Exception {
        assertThat(owner.delete(place).status()).isEqualTo(204);
        assertRefused(owner.get(place), 404, "not_found");
        assertThat(owner.made(place + "/restore", "").path("name").asText()).isEqualTo("Beta 3");
    }

    /** An export brings it into another project, once; what is known there by its name is edited. */
    private static void itTravels(Api owner) throws Exception {
        String file = owner.text("/projects/NEW/export");
        assertThat(file).contains("{\"milestone\":{\"name\":\"Beta 3\",\"dueAt\":\"2030-01-02T03:04:05.678Z\"}}");
        owner.made("/projects", "{\"key\":\"COPY\",\"name\":\"A copy\"}");
        for (String lines : new String[] {file, file, file.replace("2030-01-02", "2031-01-02")}) {
            Api.Answer imported = owner.postLines("/imports?project=COPY&format=cairn", lines);
            assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
            assertThat(imported.body().path("problems")).isEmpty();
        }
        JsonNode copies = owner.get("/projects/COPY/milestones").body().path("items");
        assertThat(copies.findValuesAsText("name")).containsExactly("Alpha", "Beta 3");
        assertThat(copies.findValuesAsText("version")).containsExactly("0", "1");
        assertThat(copies.path(1).path("dueAt").asText()).startsWith("2031-01-02");
    }

    /** R5 */
    private static void itGoesWithItsProject(Api owner, String place) throws Exception {
        assertThat(owner.delete("/projects/NEW").status()).isEqualTo(204);
        assertRefused(owner.get(place), 404, "not_found");
        owner.made("/projects/NEW/restore", "");
        assertThat(owner.get(place).body().path("name").asText()).isEqualTo("Beta 3");
    }

    private static void assertRefused(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body().toString()).contains("\"" + code + "\"");
    }
}
