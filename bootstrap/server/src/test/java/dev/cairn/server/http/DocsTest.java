package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.server.openapi.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** C1, C2: a server shows what it can do to whoever reaches it under a name of its own. */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class DocsTest {
    private static final Pattern FILES = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    @TempDir
    private static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDescriptionIsServedAsItIsCommitted() throws IOException {
        Answer answer = server.anonymous("GET", "/openapi.yml", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/yaml");
        assertThat(answer.text()).isEqualTo(Files.readString(Traffic.COMMITTED));
    }

    /** What a route says it takes comes through the door before it, too. */
    @Test
    void aBodyOfAnyTypeThatIsDescribedIsNotRefusedForItsType() throws IOException {
        JsonNode described = new ObjectMapper().valueToTree(new Yaml().load(Files.readString(Traffic.COMMITTED)));
        int tried = 0;
        for (Map.Entry<String, JsonNode> path : described.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                for (var type : operation.getValue().at("/requestBody/content").properties()) {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    Answer answer = server.send(
                            method,
                            PARAMETER.matcher(path.getKey()).replaceAll("x"),
                            new byte[] {'{'},
                            "Content-Type",
                            type.getKey());
                    assertThat(answer.status())
                            .as("%s %s %s", method, path.getKey(), type.getKey())
                            .isNotEqualTo(415);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(80);
    }

    @Test
    void thePageBringsAllItsFilesFromThisServer() {
        Answer page = server.anonymous("GET", "/docs", null);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'; img-src 'self' data:;")
                .doesNotContain("unsafe");
        assertThat(page.text()).doesNotContain("<script>").doesNotContain("style=");
        assertThat(FILES.matcher(page.text()).results().map(file -> file.group(1)))
                .hasSize(3)
                .allSatisfy(file -> {
                    Answer answer = server.anonymous("GET", file, null);
                    assertThat(answer.status()).as(file).isEqualTo(200);
                    assertThat(answer.text()).isNotBlank();
                    assertThat(answer.header("Content-Type").orElseThrow())
                            .startsWith(file.endsWith(".css") ? "text/css" : "text/javascript");
                });
    }

    @Test
    void aPageOfAnotherSiteReadsNeither() {
        for (String path : new String[] {"/docs", "/openapi.yml", "/docs/docs.js"}) {
            assertThat(server.anonymous("GET", path, null, "Origin", "https://example.com")
                            .field("code"))
                    .isEqualTo("origin_not_allowed");
            assertThat(server.raw("GET " + path + " HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n"))
                    .contains("host_not_allowed");
        }
    }
}
