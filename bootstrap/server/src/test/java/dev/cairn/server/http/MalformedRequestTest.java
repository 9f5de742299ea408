package dev.cairn.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cairn.server.http.RawClient.Said;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P16: whatever goes wrong while a request is decoded is the sender's fault: a 400, and no trace in the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MalformedRequestTest {
    private static final String POST = "POST /api/v1/projects HTTP/1.1";
    private static final byte[] PROJECT = "{\"key\":\"MAL\",\"name\":\"\"}".getBytes(UTF_8);
    private static final int ROUNDS = 60;
    private static final int HEADER_BYTES = 15_000;

    @TempDir
    private static Path directory;

    private TestServer server;
    private RawClient client;

    @BeforeAll
    void start() {
        server = TestServer.start(directory);
        client = new RawClient(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private interface Compression {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] compressed(byte[] body, Compression compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compression.over(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private Said post(String coding, byte[] body, boolean chunked) {
        String head =
                client.head(POST, coding, chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
        return client.send(head, chunked ? RawClient.chunked(body) : body);
    }

    /** That the name is missing is found only in a body that was understood. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "deflate", "identity"})
    void aCompressedBodyIsTakenApart(String coding) throws IOException {
        byte[] body = switch (coding) {
            case "deflate" -> compressed(PROJECT, DeflaterOutputStream::new);
            case "identity" -> PROJECT;
            default -> compressed(PROJECT, GZIPOutputStream::new);
        };
        for (boolean chunked : List.of(true, false)) {
            Said said = post("Content-Encoding: " + coding, body, chunked);
            assertThat(said.statuses()).as(said.text()).containsExactly(400);
            assertThat(said.text()).contains("\"pointer\":\"/name\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "snappy"})
    void aBodyThatIsNotWhatItsCodingSaysIsA400(String coding) throws IOException {
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] whole = coding.equals("gzip")
                ? compressed(PROJECT, GZIPOutputStream::new)
                : compressed(PROJECT, DeflaterOutputStream::new);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = mutated(whole, random);
            Said said = post("Content-Encoding: " + coding, mutated, random.nextBoolean());
            assertThat(said.statuses())
                    .as("seed %d, round %d: %s", seed, round, said.text())
                    .containsExactly(400);
        }
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] copy = Arrays.copyOf(whole, whole.length);
        switch (random.nextInt(4)) {
            case 0 -> copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length));
            case 2 -> random.nextBytes(copy);
            default -> {
                int from = random.nextInt(copy.length);
                for (int i = from; i < copy.length; i++) {
                    copy[i] = (byte) random.nextInt();
                }
            }
        }
        return copy;
    }

    @Test
    void aStreamThatEndsTooEarlyIsA400EvenWhenNothingOfTheTextIsMissing() throws IOException {
        byte[] whole = compressed(PROJECT, GZIPOutputStream::new);
        for (int missing : List.of(1, 4, 8)) {
            Said said = post("Content-Encoding: gzip", Arrays.copyOf(whole, whole.length - missing), false);
            assertThat(said.text()).contains("malformed_body");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "compress", "gzip, gzip", "gzip, br", "exi"})
    void aCodingThatIsNotKnownIsA415ThatNamesThoseThatAre(String coding) {
        Said said = post("Content-Encoding: " + coding, PROJECT, false);
        assertThat(said.statuses()).containsExactly(415);
        assertThat(said.text()).containsIgnoringCase("accept-encoding: gzip, deflate, snappy");
    }

    @Test
    void aSmallBodyThatBecomesALargeOneIsA413() throws IOException {
        byte[] bomb = compressed(" ".repeat(30_000_000).getBytes(UTF_8), GZIPOutputStream::new);
        for (boolean chunked : List.of(true, false)) {
            Said said = post("Content-Encoding: gzip", bomb, chunked);
            assertThat(said.statuses()).as(said.text()).containsExactly(413);
        }
    }

    /** What follows would be read in two ways: the connection ends with the answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: deflate, chunked",
                "Transfer-Encoding: snappy, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked;q=1",
                "Transfer-Encoding: ",
                "Transfer-Encoding : chunked",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 22, 22",
                "Content-Length: +22",
                "Content-Length: -1",
                "Content-Length: 22x"
            })
    void aBodyWhoseLengthIsNotCertainIsA400AndEndsTheConnection(String framing) {
        Said said = client.exchange(RawClient.bytes(client.head(POST, framing) + "\r\n", RawClient.chunked(PROJECT)));
        assertThat(said.statuses()).as(said.text()).containsExactly(400);
        assertThat(said.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/projects HTTP/9.9",
                "GET /api/v1/projects HTTP/1.2",
                "GET /api/v1/projects HTTP/2.0",
                "GET /api/v1/projects HTTP/0.9",
                "GET /api/v1/projects HTTP/1.1x",
                "GET /api/v1/projects FOO/1.1",
                "GET /api/v1/projects",
                "get /api/v1/projects HTTP/1.1",
                "Get /api/v1/projects HTTP/1.1",
                "gET /api/v1/projects HTTP/1.1",
                "post /api/v1/projects HTTP/1.1",
                "G@T /api/v1/projects HTTP/1.1"
            })
    void versionAndMethodAreThoseOfHttp1AndInCapitals(String line) {
        Said said = client.exchange(RawClient.bytes(client.head(line) + "\r\n", new byte[0]));
        assertThat(said.statuses()).as(said.text()).containsExactly(400);
        assertThat(said.closed()).isTrue();
    }

    /** An answer that is refused at the head waits for those before it. */
    @Test
    void aRefusalKeepsItsPlaceAmongPipelinedRequests() {
        String get = client.head("GET /api/v1/projects HTTP/1.1") + "\r\n";
        String wrong = client.head("get /api/v1/projects HTTP/1.1") + "\r\n";
        Said said = client.exchange(RawClient.bytes(get + get + wrong + get, new byte[0]));
        assertThat(said.statuses()).as(said.text()).containsExactly(200, 200, 400);
        assertThat(said.closed()).isTrue();
    }

    /** What is read of a header takes no stack for each of its elements, nor before it is known who sends it. */
    @ParameterizedTest
    @MethodSource("longHeaders")
    void aHeaderOfManyElementsIsNoTrouble(String first, String next) {
        String header = first + next.repeat(HEADER_BYTES / next.length());
        for (String line : List.of(
                "GET /health/liveness HTTP/1.1",
                "GET /api/v1/projects HTTP/1.1",
                "PATCH /api/v1/projects/MAL HTTP/1.1",
                "POST /mcp HTTP/1.1")) {
            isNoTrouble(anonymous(line, header));
            isNoTrouble(client.head(line, header, "Content-Length: 2"));
        }
        String events = "GET /api/v1/events HTTP/1.1";
        isNoTrouble(anonymous(events, header));
        isNoTrouble(client.head(events, "Last-Event-ID: x", header, "Content-Length: 2"));
    }

    private String anonymous(String line, String header) {
        String host = header.startsWith("Host:") ? "" : "Host: localhost:%d\r\n".formatted(server.port());
        return "%s\r\n%s%s\r\nContent-Length: 2\r\n".formatted(line, host, header);
    }

    private void isNoTrouble(String head) {
        assertThat(client.send(head, "{}".getBytes(UTF_8)).statuses())
                .as(head.substring(0, 200))
                .hasSize(1)
                .allMatch(status -> status < 500);
    }

    /** Each header that is read somewhere: as it begins, and what may follow any number of times. */
    static Stream<Arguments> longHeaders() {
        return Stream.of(
                arguments("If-None-Match: \"\"", ",\"\""),
                arguments("If-None-Match: W/\"a\"", " , W/\"a\""),
                arguments("If-Match: \"1\"", ",\"1\""),
                arguments("Accept: */*", ",*/*"),
                arguments("Accept: application/json", ";a=b"),
                arguments("Accept-Encoding: gzip", ",gzip"),
                arguments("Authorization: Bearer a", " a"),
                arguments("Content-Type: application/json", ";a=b"),
                arguments("Cookie: a=b", "; a=b"),
                arguments("Host: a", ".a"),
                arguments("Idempotency-Key: a", "-a"),
                arguments("Last-Event-ID: 1", ",1"),
                arguments("Mcp-Method: a", "/a"),
                arguments("Mcp-Name: =?base64?YQ==?=", "=?base64?YQ==?="),
                arguments("MCP-Protocol-Version: 1", "-1"),
                arguments("Origin: http://a", ".a"),
                arguments("Sec-Fetch-Site: none", ",none"),
                arguments("User-Agent: a/1", " a/1"),
                arguments("X-Forwarded-For: 1.1.1.1", ",1.1.1.1"),
                arguments("X-Request-Id: a", "-a"));
    }
}
