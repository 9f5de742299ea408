package dev.cairn.mcp.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.json.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M7: lines in, lines out, until the input ends. */
class PipeTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"ping\"}";
    private static final int LINE_MAX = 10 * 1024 * 1024;

    private static List<String> answers(InputStream in) throws IOException {
        Protocol protocol = new Protocol(
                new Catalogue("1", Choice.ALL), StrictJson.inSnakeCase(64).mapper());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Pipe(protocol, (_, _, _) -> JsonNodeFactory.instance.objectNode(), out).run(in);
        return out.toString(UTF_8).lines().toList();
    }

    private static List<String> answers(String in) throws IOException {
        return answers(new ByteArrayInputStream(in.getBytes(UTF_8)));
    }

    @Test
    void eachMessageIsALineAndSoIsItsAnswerInTheSameOrder() throws IOException {
        assertThat(answers("%s\n\n  \r\n%s\r\n%s".formatted(PING.formatted(1), PING.formatted(2), PING.formatted(3))))
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                        "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}",
                        "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{}}");
    }

    /** M11 */
    @Test
    void aLineThatIsNoJsonIsAnsweredAndTheNextOneIsRead() throws IOException {
        List<String> answers = answers("hello\n{\n\u0000\u0007\n" + PING.formatted(1));
        assertThat(answers).hasSize(4);
        assertThat(answers.subList(0, 3)).allMatch(answer -> answer.contains("-32700"));
        assertThat(answers.getLast()).contains("\"id\":1");
    }

    @Test
    void aLineThatIsTooLongIsSkippedToItsEnd() throws IOException {
        InputStream endless = new ByteArrayInputStream("x".repeat(3 * LINE_MAX).getBytes(UTF_8));
        InputStream next = new ByteArrayInputStream(("\n" + PING.formatted(1) + "\n").getBytes(UTF_8));
        List<String> answers = answers(new SequenceInputStream(endless, next));
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst()).contains("-32600", "at most " + LINE_MAX);
        assertThat(answers.getLast()).contains("\"id\":1");
    }

    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"claim_next\",\"_meta\":{\"progressToken\":\"t\"}}}\n";
    private static final String CANCEL =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":%d}}\n";

    /** Calls wait until they are given up, and say so. */
    private static class Patient implements Work {
        private final CountDownLatch began = new CountDownLatch(1);
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public ObjectNode answer(String method, ObjectNode params, Call call) {
            calls.incrementAndGet();
            CountDownLatch gone = new CountDownLatch(1);
            call.onCancel(gone::countDown);
            call.progress(0, 25, "Waiting");
            began.countDown();
            try {
                assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return JsonNodeFactory.instance.objectNode().put("gone", call.gone());
        }
    }

    private static List<String> said(Patient work, String first, String then) throws Exception {
        Protocol protocol = new Protocol(
                new Catalogue("1", Choice.ALL), StrictJson.inSnakeCase(64).mapper());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PipedInputStream in = new PipedInputStream();
        CompletableFuture<Void> running;
        try (PipedOutputStream typed = new PipedOutputStream(in)) {
            running = CompletableFuture.runAsync(() -> {
                try {
                    new Pipe(protocol, work, out).run(in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            typed.write(first.getBytes(UTF_8));
            typed.flush();
            assertThat(work.began.await(20, TimeUnit.SECONDS)).isTrue();
            typed.write(then.getBytes(UTF_8));
        }
        running.get(20, TimeUnit.SECONDS);
        return out.toString(UTF_8).lines().toList();
    }

    /** M9: it has no answer, as nobody wants one; the next one has. */
    @Test
    void aCallThatWaitsIsGivenUpByALineBehindIt() throws Exception {
        List<String> said = said(new Patient(), CALL.formatted(1), CANCEL.formatted(1) + PING.formatted(2) + "\n");
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).contains("notifications/progress", "\"progressToken\":\"t\"");
        assertThat(said.getLast()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}");
    }

    /** M9 */
    @Test
    void aCallThatIsGivenUpBeforeItsTurnIsNotMade() throws Exception {
        Patient work = new Patient();
        List<String> said = said(
                work,
                CALL.formatted(1),
                CALL.formatted(2) + CANCEL.formatted(2) + CANCEL.formatted(1) + PING.formatted(3) + "\n");
        assertThat(work.calls).hasValue(1);
        assertThat(said).hasSize(2).last().asString().contains("\"id\":3");
    }

    /** M9: another request's number, and what is no cancellation, give nothing up. */
    @Test
    void onlyWhatIsNamedIsGivenUp() throws Exception {
        String other = CANCEL.formatted(7) + CANCEL.formatted(1).replace("{\"jsonrpc", "{\"id\":9,\"jsonrpc");
        List<String> said = said(new Patient(), CALL.formatted(1), other + "{notifications/cancelled\n");
        assertThat(said.get(1)).contains("\"id\":1", "\"gone\":true");
    }

    @Test
    void atTheEndOfTheInputNothingWaitsAnyLonger() throws Exception {
        List<String> said = said(new Patient(), CALL.formatted(1), "");
        assertThat(said).hasSize(2).last().asString().contains("\"id\":1", "\"gone\":true");
    }

    /** M9, M11: however much came between. */
    @ParameterizedTest
    @ValueSource(ints = {0, 16, 17, 1_000})
    void theEndAndWhatIsGivenUpAreSeenBehindManyLines(int between) throws Exception {
        String lines = CALL.formatted(2).replace("claim_next", "nothing").repeat(between);
        assertThat(said(new Patient(), CALL.formatted(1), lines)).hasSize(2 + between);
        assertThat(said(new Patient(), CALL.formatted(1), lines + CANCEL.formatted(1)))
                .hasSize(1 + between)
                .noneMatch(line -> line.contains("\"id\":1"));
    }

    @Test
    void aPingIsAnsweredWhileACallWaits() throws Exception {
        List<String> said = said(new Patient(), CALL.formatted(1), PING.formatted(2) + "\n" + CANCEL.formatted(3));
        assertThat(said).hasSize(3);
        assertThat(said.get(1)).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}");
        assertThat(said.get(2)).contains("\"id\":1");
    }

    /** M9: from the moment on at which its answer counts. */
    @Test
    void aCallWhoseAnswerIsTakenIsAnsweredThoughItIsGivenUp() throws Exception {
        Patient work = new Patient() {
            @Override
            public ObjectNode answer(String method, ObjectNode params, Call call) {
                assertThat(call.takes()).isTrue();
                return super.answer(method, params, call);
            }
        };
        List<String> said = said(work, CALL.formatted(1), CANCEL.formatted(1));
        assertThat(said.getLast()).contains("\"id\":1", "\"gone\":true");
    }

    @Test
    void nothingInNothingOut() throws IOException {
        assertThat(answers("")).isEmpty();
        assertThat(answers("\n\n")).isEmpty();
    }
}
