package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prompts and their files over HTTP (R49, L36, L37). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class PromptsHttpTest {
    private static final String MARKDOWN = "text/markdown; charset=utf-8";

    @TempDir
    private static Path directory;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
        server.post("/projects", "{\"key\":\"PRO\",\"name\":\"Prompts\"}");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aPromptGoesInAndComesOutToTheLastByte() {
        String content = "\\ufeff \\r\\n---\\r\\n<b>\\t";
        Answer made = server.post(
                "/projects/PRO/prompts",
                "{\"title\":\"Exact\",\"content\":\"%s\",\"labels\":[\"a\"],\"metadata\":{\"n\":1.10}}"
                        .formatted(content));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.field("content")).isEqualTo("\ufeff \r\n---\r\n<b>\t");
        Answer file = server.get("/prompts/export?project=PRO");
        assertThat(file.header("Content-Type")).hasValue("text/markdown;charset=utf-8");
        assertThat(file.header("Content-Disposition")).hasValue("attachment; filename=\"PRO-prompts.md\"");
        Answer again = server.post("/prompts/import?project=PRO", file.text(), "Content-Type", MARKDOWN);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().path("unchanged").asInt()).isPositive();
        assertThat(again.json().path("created").asInt()
                        + again.json().path("updated").asInt())
                .isZero();
        assertThat(server.get("/prompts/export?project=PRO").text()).isEqualTo(file.text());
    }

    @Test
    void aFileIsCalledByItsNameAndABadOneIsReported() {
        Answer report = server.post("/prompts/import?name=Say%20hello.md", "Hello.\n", "Content-Type", "text/markdown");
        assertThat(report.json().path("created").asInt()).as(report.text()).isOne();
        assertThat(server.get("/prompts?q=hello").json().at("/items/0/title").asText())
                .isEqualTo("Say hello");
        assertThat(server.get("/search?q=hello&kind=prompt")
                        .json()
                        .at("/items/0/kind")
                        .asText())
                .isEqualTo("prompt");
        Answer bad = server.post("/prompts/import", "---\ntitle: [\n---\nx", "Content-Type", "text/markdown");
        assertThat(bad.status()).isEqualTo(200);
        assertThat(bad.json().at("/problems/0/code").asText()).isEqualTo("malformed");
        assertThat(bad.json().at("/problems/0/line").asInt()).isOne();
    }

    @Test
    void anArchiveIsTakenAsAWholeOrNotAtAll() throws IOException {
        Answer good =
                server.send("POST", "/prompts/import?project=PRO", zip("a/b.md"), "Content-Type", "application/zip");
        assertThat(good.json().path("created").asInt()).as(good.text()).isOne();
        Answer bad = server.send(
                "POST", "/prompts/import?project=PRO", zip("a/../../b.md"), "Content-Type", "application/zip");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.field("code")).isEqualTo("format");
        assertThat(server.get("/projects/PRO/prompts?q=b").json().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/prompts/import,                 text/plain,      415, unsupported_media_type",
        "/prompts/import,                 text/markdown; charset=utf-16, 415, unsupported_media_type",
        "/prompts/import,                 application/zip, 400, format",
        "/prompts/import?format=tar,      text/markdown,   400, unknown_value",
        "/prompts/import?project=NOWHERE, text/markdown,   404, not_found",
        "/prompts,                        text/markdown,   415, unsupported_media_type"
    })
    void whatIsNoFileOfPromptsIsRefused(String path, String type, int status, String code) {
        Answer answer = server.post(path, "words", "Content-Type", type);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.field("code")).isEqualTo(code);
    }

    @Test
    void anImportNeedsNoKey() {
        Answer answer = server.post("/prompts/import", "x", "Content-Type", "text/markdown", "Idempotency-Key", "k");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.get("/prompts/export?format=tar").field("code")).isEqualTo("unknown_value");
    }

    private static byte[] zip(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("text".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
