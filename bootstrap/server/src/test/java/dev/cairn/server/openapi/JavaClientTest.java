package dev.cairn.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** C4: the Java client is what the description says, and it is small. */
class JavaClientTest {
    private static final Path DESCRIPTION = Path.of("../../docs/api/openapi.yml");
    private static final Path SOURCES = Path.of("../../adapters/client/src/main/java/dev/cairn/client");
    private static final int LINES_PER_OPERATION_MAX = 10;

    /** {@code -Dcairn.client=write} writes it anew. */
    @Test
    void theCommittedClientIsWhatTheDescriptionSays() throws IOException {
        try (InputStream text = Files.newInputStream(DESCRIPTION)) {
            Map<String, Object> document = new Yaml().load(text);
            for (Map.Entry<String, String> file : JavaClient.of(document).entrySet()) {
                Path committed = SOURCES.resolve(file.getKey() + ".java");
                if ("write".equals(System.getProperty("cairn.client"))) {
                    Files.writeString(committed, file.getValue());
                }
                assertThat(committed)
                        .as("after a change of the API: bin/test JavaClientTest -Dcairn.client=write")
                        .hasContent(file.getValue());
            }
        }
    }

    @Test
    void theWholeClientIsSmall() throws IOException {
        long lines = 0;
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        assertThat(lines)
                .isLessThanOrEqualTo((long) LINES_PER_OPERATION_MAX * dev.cairn.client.Operation.values().length);
    }
}
