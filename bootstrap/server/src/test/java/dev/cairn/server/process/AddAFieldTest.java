package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.Cairn;
import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * S8: the guide "Add a field", done as it says on a copy of the sources. What comes of it is the next version, which is tried beside
 * this one (G6).
 */
@Tag("slow")
@SuppressWarnings("NullAway.Init") // JUnit calls addTheField() first
class AddAFieldTest {
    private static final int MAIN_FILES_MAX = 2;

    @TempDir
    static Path folder;

    private static GuidedSources sources;
    private static GuidedSources.Written written;

    @BeforeAll
    static void addTheField() throws Exception {
        sources = GuidedSources.copied("add-a-field.md", folder);
        written = sources.write();
        sources.compile("adapters/persistence");
        sources.generate("queue_colour");
    }

    @Test
    void theGuideIsTrue() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Cairn.open(data.resolve("cairn.db")).close();

        assertThat(written.editedInMain()).hasSizeLessThanOrEqualTo(MAIN_FILES_MAX);
        assertThat(sources.guide())
                .contains("**%d lines are edited by hand, in %d files of the product**"
                        .formatted(written.lines(), written.editedInMain().size()));
        assertThat(sources.migration("queue_colour")).isIn(sources.sql());
        startAndAsk(data);
    }

    /** G6: servers are replaced one after the other while clients write, and none of them notices. */
    @Test
    void theVersionBeforeServesBesideTheNewOne() throws Exception {
        try (EmbeddedPostgres postgres = TestPostgres.builder().start()) {
            new RollingUpgrade(postgres.getJdbcUrl("postgres", "postgres"), folder.resolve("rolling"), sources::start)
                    .run(new Random(Seed.next()), AddAFieldTest::assertColourIsKept);
        }
    }

    /** What only the new one knows outlives a change by the old one. */
    private static void assertColourIsKept(Api old, Api young, String queue) throws IOException, InterruptedException {
        String path = "/queues/" + queue;
        assertThat(young.send("PATCH", path, "{\"colour\":\"red\"}").status()).isEqualTo(200);
        assertThat(old.send("PATCH", path, "{\"colour\":\"blue\"}").status()).isEqualTo(400);
        assertThat(old.send("PATCH", path, "{\"description\":\"changed\"}").status())
                .isEqualTo(200);
        JsonNode changed = young.get(path).body();
        assertThat(changed.path("colour").asText()).isEqualTo("red");
        assertThat(changed.path("description").asText()).isEqualTo("changed");
    }

    /** The server of the copy migrates the database of the version before, and knows the field. */
    private static void startAndAsk(Path data) throws Exception {
        try (ChildServer server = sources.start(data, Map.of())) {
            Api api = server.api();
            api.made("/projects", "{\"key\":\"NEW\",\"name\":\"A field\"}");
            String id = api.made("/projects/NEW/queues", "{\"name\":\"work\",\"colour\":\"red\"}")
                    .path("id")
                    .asText();
            assertThat(api.get("/queues/" + id).body().path("colour").asText()).isEqualTo("red");
        }
        try (Stream<Path> backups = Files.list(data.resolve("backups"))) {
            assertThat(backups.filter(file -> file.toString().endsWith(".db"))).hasSize(1);
        }
    }
}
