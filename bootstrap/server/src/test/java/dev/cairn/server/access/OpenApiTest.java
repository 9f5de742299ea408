package dev.cairn.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.http.HttpSettings;
import dev.cairn.json.StrictJson;
import dev.cairn.server.openapi.Fit;
import dev.cairn.server.openapi.OpenApi;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the API is what its routes, the mapper and the records say, and what they say is what they do. */
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class OpenApiTest {
    private static final Path COMMITTED = Path.of("..", "..", "docs", "api", "openapi.yml");

    @TempDir
    private static Path directory;

    private static MatrixServer server;
    private static Map<String, Object> described;

    @BeforeAll
    static void start() {
        server = MatrixServer.start(directory);
        described = OpenApi.describe(
                server.uriRoutes().toList(), server.bean(StrictJson.class).mapper());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        AccessMatrixTest.inProjects().forEach(entries::add);
        AccessMatrixTest.everywhere().forEach(entries::add);
        return entries;
    }

    /** {@code -Dcairn.openapi=write} writes it anew. */
    @Test
    void theCommittedDescriptionIsWhatTheRoutesSay() throws IOException {
        String text = OpenApi.text(described);
        if ("write".equals(System.getProperty("cairn.openapi"))) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, text);
        }
        assertThat(COMMITTED)
                .as("after a change of the API: bin/test OpenApiTest -Dcairn.openapi=write")
                .hasContent(text);
        assertThat(text).doesNotContain("format: byte").doesNotContain("int64");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whatIsTakenAndAnsweredIsDescribed(Entry entry) throws JsonProcessingException {
        World world = server.own().with(Map.of("fresh", server.fresh()));
        server.prepare(world, entry.needs());
        HttpResponse<String> answer = server.send(Who.OWNER, entry.call(), world);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(entry.status());
        boolean json = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        Fit fit = new Fit(described);
        String path = HttpSettings.BASE + entry.call().template();
        String method = entry.call().method().toLowerCase(Locale.ROOT);
        ObjectMapper reader = new ObjectMapper();
        assertThat(fit.misfits(path, method, answer.statusCode(), json ? reader.readTree(answer.body()) : null))
                .as(answer.body())
                .isEmpty();
        String sent = entry.call().body();
        assertThat(fit.misfits(path, method, sent == null ? null : reader.readTree(world.in(sent))))
                .as(sent)
                .isEmpty();
    }
}
