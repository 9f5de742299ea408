package dev.cairn.mcp.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cairn.json.StrictJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** M7: lines in, lines out, until the input ends. */
class PipeTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"ping\"}";
    private static final int LINE_MAX = 10 * 1024 * 1024;

    private static List<String> answers(InputStream in) throws IOException {
        Protocol protocol = new Protocol(
                new Catalogue("1", Choice.ALL), StrictJson.inSnakeCase(64).mapper());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Pipe(protocol, (_, _) -> JsonNodeFactory.instance.objectNode(), out).run(in);
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

    @Test
    void nothingInNothingOut() throws IOException {
        assertThat(answers("")).isEmpty();
        assertThat(answers("\n\n")).isEmpty();
    }
}
