package dev.cairn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * P16: nothing comes in, by a request or by a file, that cannot be read again. A run tries a sample of the values;
 * {@code -Dcairn.oneOf=1} tries all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start() first
final class RoundTripTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "999999999",
            "1000000000",
            "2147483646",
            "2147483647",
            "2147483648",
            "9007199254740991",
            "9007199254740992",
            "9223372036854775807",
            "99999999999999999999");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\u200D",
            "1969-12-31T23:59:59.999Z",
            "1970-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z",
            "+10000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "CRN-2147483647",
            "x".repeat(201),
            "\uFDFA".repeat(200),
            "x".repeat(60_000));

    @TempDir
    private static Path directory;

    private final long seed = Long.getLong("cairn.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final int oneOf = Integer.getInteger("cairn.oneOf", 10);
    private TestServer server;
    private int projects;

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String project() {
        String key = "RT" + projects++;
        assertThat(server.post("/projects", "{\"key\":\"%s\",\"name\":\"%s\"}".formatted(key, key))
                        .status())
                .isEqualTo(201);
        return key;
    }

    private void readable(String project, Object after) {
        for (String path : List.of(
                "/projects/" + project,
                "/projects/%s/tickets?include=tasks,overview,metadata,total".formatted(project),
                "/projects/%s/tickets?sort=-updatedAt&limit=1".formatted(project),
                "/projects/%s/ready".formatted(project),
                "/projects/%s/queues".formatted(project),
                "/projects/%s/artifacts".formatted(project),
                "/projects/%s/overview".formatted(project),
                "/projects/%s/export".formatted(project),
                "/activity?project=%s".formatted(project))) {
            Answer answer = server.get(path);
            assertThat(answer.status())
                    .as("seed %d: %s after %s: %s", seed, path, after, answer.text())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1e400}",
                "{\"a\":-1E-400}",
                "{\"a\":1.0000000000000000000000000000000000000000001}",
                "{\"a\":12345678901234567890123456789012345678901234567890}",
                "{\"a\":\"\\ud83d\\ude00\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\u0000\"}",
                "{\"\\u0000\":1}",
                "{\"a\":\"\\\\u0000\"}",
                "{\"\":{\"\":[[],{},null,true]}}",
                "{\"a\":-0}",
                "{\"a\":0.1e1}"
            })
    void jsonThatPassesThroughIsReadAgainOrRefused(String json) {
        String project = project();
        Answer made = server.post(
                "/projects/%s/tickets".formatted(project), "{\"title\":\"t\",\"metadata\":%s}".formatted(json));
        assertThat(made.status()).as(made.text()).isIn(201, 400);
        Answer put = server.put("/settings/user/roundtrip", "{\"value\":%s}".formatted(json));
        assertThat(put.status()).as(put.text()).isIn(200, 400);
        assertThat(server.get("/settings/user").status()).isEqualTo(200);
        readable(project, json);
    }

    @Test
    void jsonIsReadAgainAsDeepAsItIsTaken() {
        String project = project();
        for (int depth = 58; depth < 66; depth++) {
            String deep = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            Answer made = server.post(
                    "/projects/%s/tickets".formatted(project), "{\"title\":\"t\",\"metadata\":%s}".formatted(deep));
            assertThat(made.status()).as(made.text()).isIn(201, 400);
            readable(project, depth);
        }
    }

    /** Each value of a whole project's export is replaced by others, one at a time. */
    @Test
    void aFileWhoseValuesAreOutOfBoundsIsReadAgainOrRefused() throws Exception {
        List<String> lines = exported();
        for (int line = 0; line < lines.size(); line++) {
            for (String mutated : mutated(lines.get(line))) {
                List<String> file = new ArrayList<>(lines);
                file.set(line, mutated);
                String project = project();
                Answer answer = server.post(
                        "/imports?project=%s&format=cairn".formatted(project), String.join("\n", file) + "\n");
                assertThat(answer.status())
                        .as("seed %d: %s: %s", seed, excerpt(mutated), answer.text())
                        .isIn(200, 400, 409);
                readable(project, excerpt(mutated));
            }
        }
    }

    private static String excerpt(String text) {
        return text.substring(0, Math.min(text.length(), 1_500));
    }

    private List<String> exported() {
        String project = project();
        server.post(
                "/projects/%s/tickets".formatted(project),
                "{\"title\":\"One\",\"overview\":\"o\",\"labels\":[\"l\"],\"estimatedMinutes\":5,\"position\":3,"
                        + "\"dueAt\":\"2026-03-01T12:00:00Z\",\"acceptanceCriteria\":[\"c\"],\"metadata\":{\"a\":1},"
                        + "\"tasks\":[{\"content\":\"k\",\"description\":\"d\",\"estimatedMinutes\":1}]}");
        server.post("/tickets/%s-1/comments".formatted(project), "{\"content\":\"said\"}");
        server.post("/projects/%s/artifacts".formatted(project), "{\"title\":\"Doc\",\"content\":\"x\"}");
        server.post("/projects/%s/queues".formatted(project), "{\"name\":\"q\",\"maxParallel\":2}");
        return server.get("/projects/%s/export".formatted(project))
                .text()
                .lines()
                .toList();
    }

    /** The line with one scalar replaced, for a sample of all replacements. */
    private List<String> mutated(String line) throws JsonProcessingException {
        List<String> all = new ArrayList<>();
        JsonNode root = JSON.readTree(line);
        replaceIn(root, root, all);
        return all;
    }

    private void replaceIn(JsonNode root, JsonNode node, List<String> all) throws JsonProcessingException {
        for (JsonNode child : node) {
            if (child instanceof ContainerNode) {
                replaceIn(root, child, all);
            }
        }
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
            if (field.getValue() instanceof ContainerNode) {
                continue;
            }
            List<JsonNode> others = new ArrayList<>();
            NUMBERS.forEach(number -> others.add(JSON.getNodeFactory().numberNode(new BigInteger(number))));
            TEXTS.forEach(text -> others.add(TextNode.valueOf(text)));
            others.add(IntNode.valueOf(1));
            for (JsonNode other : others) {
                if (random.nextInt(oneOf) == 0) {
                    object.set(field.getKey(), other);
                    all.add(JSON.writeValueAsString(root));
                }
            }
            object.set(field.getKey(), field.getValue());
        }
    }
}
