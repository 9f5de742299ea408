package dev.cairn.server.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.http.HttpLimits;
import dev.cairn.http.HttpSettings;
import dev.cairn.mcp.protocol.Toolset;
import dev.cairn.mcp.tool.Toolbox;
import dev.cairn.server.openapi.ToolList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent is told of the tools is what they take and answer, and costs it little. */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class ToolListTest {
    private static final Path COMMITTED = Path.of("..", "..", "docs", "mcp", "tools.json");
    private static final int BYTES_MAX = 16 * 1024;
    private static final int TOOLS_MAX = 12;
    private static final int DESCRIPTION_MAX = 1_000;

    @TempDir
    private static Path directory;

    private static Cairn cairn;
    private static Map<String, Object> described;
    private static JsonNode tools;

    @BeforeAll
    static void start() throws JsonProcessingException {
        DatabaseOptions fast = new DatabaseOptions.Sqlite(directory.resolve("cairn.db"), true);
        HttpSettings http = HttpSettings.inside(0, false, HttpLimits.DEFAULT);
        cairn = Cairn.open(CairnOptions.of(fast), Map.of(), http, TokenHash.of("unused"));
        described = ToolList.describe(cairn.get(Toolbox.class));
        tools = new ObjectMapper().readTree(ToolList.text(described)).path("tools");
    }

    @AfterAll
    static void stop() {
        cairn.close();
    }

    /** M12. {@code -Dcairn.mcp=write} writes it anew. */
    @Test
    void theCommittedListIsWhatTheToolsSay() throws IOException {
        String text = ToolList.text(described);
        if ("write".equals(System.getProperty("cairn.mcp"))) {
            Files.writeString(COMMITTED, text);
        }
        assertThat(COMMITTED)
                .as("after a change of a tool: bin/test ToolListTest -Dcairn.mcp=write")
                .hasContent(text);
    }

    /** M1 */
    @Test
    void theListHasAtMost12ToolsAnd16KilobytesAndShortDescriptions() throws JsonProcessingException {
        byte[] sent = new ObjectMapper().writeValueAsString(tools).getBytes(UTF_8);
        assertThat(sent.length).isLessThanOrEqualTo(BYTES_MAX);
        assertThat(tools).hasSizeLessThanOrEqualTo(TOOLS_MAX);
        for (JsonNode tool : tools) {
            assertThat(tool.path("description").asText().length()).isBetween(50, DESCRIPTION_MAX);
        }
    }

    /** M1 */
    @Test
    void theOrderIsFixedAndEachToolIsInOneSet() {
        List<String> sets = Arrays.stream(Toolset.values())
                .flatMap(set -> set.tools().stream())
                .toList();
        assertThat(tools).extracting(tool -> tool.path("name").asText()).containsExactlyElementsOf(sets);
    }

    /** M12 */
    @Test
    void schemasStandAloneAndNamesAreInSnakeCase() {
        assertThat(tools.toString()).doesNotContain("$ref");
        tools.findValues("properties")
                .forEach(properties -> properties
                        .fieldNames()
                        .forEachRemaining(name -> assertThat(name).matches("[a-z]+(_[a-z]+)*")));
        for (JsonNode tool : tools) {
            assertThat(tool.path("inputSchema").path("type").asText()).isEqualTo("object");
            assertThat(tool.path("inputSchema").path("additionalProperties").isBoolean())
                    .isTrue();
            assertThat(tool.path("outputSchema").path("type").asText()).isEqualTo("object");
            assertThat(tool.path("outputSchema").path("properties").has("next_steps"))
                    .isTrue();
        }
    }
}
