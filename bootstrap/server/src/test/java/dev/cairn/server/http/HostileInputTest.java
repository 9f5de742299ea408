package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P16: hostile values are refused with a 4xx and change nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileInputTest {
    private static final int INPUTS_MIN = 200;

    @TempDir
    private static Path directory;

    private TestServer server;
    private String queue = "";
    private String before = "";

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
        server.post("/projects", "{\"key\":\"HOS\",\"name\":\"Hostile\"}");
        server.post(
                "/projects/HOS/tickets",
                "{\"title\":\"One\",\"overview\":\"100% of a_b \\\"quoted\\\"\",\"tasks\":[{\"content\":\"t\"}]}");
        server.post("/projects/HOS/tickets", "{\"title\":\"Two\"}");
        queue = server.post("/projects/HOS/queues", "{\"name\":\"q\"}").field("id");
        assertThat(queue).hasSize(13);
        before = everything();
    }

    @AfterAll
    void stop() {
        assertThat(everything()).isEqualTo(before);
        server.close();
    }

    /** The data, and the number of the last thing that happened to them. */
    private String everything() {
        return server.get("/projects/HOS/export").text()
                + server.get("/activity?limit=1").text();
    }

    static Stream<HostileInputs.Hostile> inputs() {
        return HostileInputs.all();
    }

    @Test
    void thereAreManyOfThem() {
        assertThat(HostileInputs.all().count()).isGreaterThanOrEqualTo(INPUTS_MIN);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void aHostileInputIsRefusedAndChangesNothing(HostileInputs.Hostile input) {
        Answer answer;
        try {
            answer = server.send(
                    input.method(),
                    input.path().replace("QUEUE", queue),
                    input.bytes(),
                    input.headers().toArray(String[]::new));
        } catch (IllegalArgumentException notEvenTheClientSendsIt) {
            answer = raw(input);
        }
        Problem.check(answer);
        assertThat(everything()).as("the data afterwards").isEqualTo(before);
    }

    private Answer raw(HostileInputs.Hostile input) {
        try {
            return server.rawAnswer(
                    input.method(), input.path().replace("QUEUE", queue), input.bytes(), input.headers());
        } catch (UncheckedIOException e) {
            throw new AssertionError("no answer", e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "\"",
                "'",
                "*",
                "100%",
                "a_b",
                "\"quoted",
                "NEAR(a b)",
                "title:One",
                "a OR b",
                "NOT",
                "AND",
                "-x",
                "^a",
                "(",
                ")",
                "{a}",
                "a + b",
                "*a*",
                "';DROP TABLE tickets;--",
                "😀",
                "\u202Eabc",
                "\\",
                "?",
                "a\"b\"c",
                "é",
                "<script>"
            })
    void searchTextIsData(String text) {
        String encoded = URLEncoder.encode(text, UTF_8);
        for (String path : new String[] {"/search?q=", "/projects/HOS/tickets?q=", "/projects?q="}) {
            Answer answer = server.get(path + encoded);
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
            assertThat(answer.json().path("items").isArray()).isTrue();
        }
    }

    /** R9 */
    @Test
    void percentAndUnderscoreMatchOnlyThemselves() {
        assertThat(server.get("/projects?q=%25").json().path("items")).isEmpty();
        assertThat(server.get("/projects?q=H_stile").json().path("items")).isEmpty();
        assertThat(server.get("/projects?q=hostile").json().path("items")).hasSize(1);
    }
}
