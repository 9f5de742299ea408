package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A folder is indexed, files are chosen and found, and go into a pack, over HTTP (R50–R52). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class ContextHttpTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private static Path directory;

    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        server = TestServer.start(directory.resolve("data"));
        Path folder = Files.createDirectories(directory.resolve("work"));
        Files.writeString(folder.resolve("Deck.java"), "/** Carries lorries. */\nclass Deck {}\n");
        Files.writeString(folder.resolve("Gull.java"), "/** Cries. */\nclass Gull {}\n");
        Files.writeString(folder.resolve("Long.txt"), "A line that is one of very many.\n".repeat(4_000));
        server.post("/projects", "{\"key\":\"CTX\",\"name\":\"Context\"}");
        server.patch("/projects/CTX", "{\"localPath\":\"%s\"}".formatted(folder));
        server.post("/projects/CTX/tickets", "{\"title\":\"The deck carries lorries\"}");
        Answer job = server.post("/projects/CTX/index", "{}");
        assertThat(job.status()).as(job.text()).isEqualTo(202);
        long end = System.nanoTime() + LONG.toNanos();
        while (!server.get("/jobs/" + job.field("id")).field("status").equals("completed")) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String pack(String body) {
        Answer pack = server.post("/projects/CTX/packs", body);
        assertThat(pack.status()).as(pack.text()).isEqualTo(200);
        return pack.field("text");
    }

    @Test
    void aPackHasTheFilesThatWereChosenUnlessOthersAreNamed() {
        assertThat(server.post("/projects/CTX/selection/add", "{\"files\":[\"Gull.java\"]}")
                        .status())
                .isEqualTo(200);
        String chosen = "{\"tickets\":[\"CTX-1\"],\"relevantFiles\":0%s}";
        assertThat(pack(chosen.formatted(""))).contains("Cries").doesNotContain("class Deck");
        assertThat(pack(chosen.formatted(",\"files\":null"))).contains("Cries");
        assertThat(pack(chosen.formatted(",\"files\":[]"))).doesNotContain("Cries");
        assertThat(pack(chosen.formatted(",\"files\":[\"Deck.java\"]")))
                .contains("class Deck")
                .doesNotContain("Cries");
    }

    @Test
    void whatMattersToATicketIsFoundWithTheReasons() {
        Answer found = server.get("/tickets/CTX-1/relevant-files");
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.json().path("items").path(0).path("file").path("path").asText())
                .isEqualTo("Deck.java");
        assertThat(pack("{\"tickets\":[\"CTX-1\"],\"files\":[]}")).contains("Carries lorries");
    }

    @Test
    void contentsAreReadWithinTheFolderOnly() {
        Answer file = server.get("/projects/CTX/files?q=lorries");
        String id = file.json().path("items").path(0).path("id").asText();
        assertThat(server.get("/files/%s/content?lines=2-2".formatted(id)).field("text"))
                .isEqualTo("class Deck {}\n");
        assertThat(pack("{\"files\":[\"../data/token\"]}")).doesNotContain(server.token());
    }

    private JsonNode called(String tool, String arguments) {
        Answer answer = server.post(
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
                        .formatted(tool, arguments));
        JsonNode result = answer.json().path("result").path("structuredContent");
        assertThat(result.isObject()).as(answer.text()).isTrue();
        return result;
    }

    private static String next(JsonNode answer) {
        return answer.path("next_steps").path(0).asText();
    }

    /** M2: what a tool advises can be done as it stands there. */
    @Test
    void aFileThatAnAgentFindsIsShownByTheCallThatItIsTold() {
        String told = next(called("search", "{\"query\":\"lorries\",\"kinds\":[\"file\"]}"));
        Matcher call =
                Pattern.compile("(get_files) (\\{.*}) shows the first\\.").matcher(told);
        assertThat(call.matches()).as(told).isTrue();
        String arguments = call.group(2).replaceAll("(\\w+): ", "\"$1\": ");
        JsonNode shown = called(call.group(1), arguments);
        assertThat(shown.path("text").asText()).contains("class Deck");
        assertThat(next(shown)).isEqualTo("All of them are here.");
    }

    @Test
    void anAgentIsToldOfAFileThatWasCut() {
        JsonNode shown = called("get_files", "{\"project\":\"CTX\",\"paths\":[\"Deck.java\",\"Long.txt\"]}");
        assertThat(shown.path("text").asText()).contains("class Deck", "[cut: ");
        assertThat(next(shown)).contains("Long.txt", "max_tokens: 20000").doesNotContain("Deck.java", "All of them");
    }
}
