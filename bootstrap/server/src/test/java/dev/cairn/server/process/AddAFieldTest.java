package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S8: the guide "Add a field", done as it says on a copy of the sources. */
@Tag("slow")
class AddAFieldTest {
    private static final int MAIN_FILES_MAX = 2;

    @TempDir
    Path folder;

    @Test
    void theGuideIsTrue() throws Exception {
        GuidedSources sources = GuidedSources.copied("add-a-field.md", folder);
        Path data = Files.createDirectory(folder.resolve("data"));
        Cairn.open(data.resolve("cairn.db")).close();

        GuidedSources.Written written = sources.write();
        assertThat(written.editedInMain()).hasSizeLessThanOrEqualTo(MAIN_FILES_MAX);
        assertThat(sources.guide())
                .contains("**%d lines are edited by hand, in %d files of the product**"
                        .formatted(written.lines(), written.editedInMain().size()));
        sources.generate("queue_colour");

        assertThat(sources.migration("queue_colour")).isIn(sources.sql());
        startAndAsk(sources, data);
    }

    /** The server of the copy migrates the database of the version before, and knows the field. */
    private static void startAndAsk(GuidedSources sources, Path data) throws Exception {
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
