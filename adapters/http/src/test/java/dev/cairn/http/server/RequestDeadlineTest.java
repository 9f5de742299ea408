package dev.cairn.http.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.http.HttpLimits;
import dev.cairn.http.problem.Problems;
import dev.cairn.json.StrictJson;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection of which the test moves the time; what is sent stays unanswered unless the test answers it. */
final class RequestDeadlineTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String WHOLE = "GET /api/v1/projects HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private long nanos = 1;
    private final Problems problems = new Problems(new StrictJson(HttpLimits.DEFAULT.jsonDepthMax()));
    private final EmbeddedChannel connection = connected();

    private EmbeddedChannel connected() {
        EmbeddedChannel made =
                new EmbeddedChannel(new HttpServerCodec(), new RequestDeadline(LIMIT, problems, () -> nanos));
        made.freezeTime();
        return made;
    }

    private void send(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, UTF_8));
    }

    private void answer() {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT);
        connection.writeOutbound(response);
        said();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        connection.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        connection.runScheduledPendingTasks();
    }

    private String said() {
        StringBuilder said = new StringBuilder();
        for (ByteBuf part = connection.readOutbound(); part != null; part = connection.readOutbound()) {
            said.append(part.toString(UTF_8));
            part.release();
        }
        return said.toString();
    }

    @Test
    void aHeadThatDoesNotComeToAnEndIsATimeoutHoweverManyBytesCome() {
        send("GET /api/v1/projects HTTP/1.1\r\n");
        for (int i = 0; i < 29; i++) {
            pass(Duration.ofSeconds(1));
            send("X-" + i + ": y\r\n");
        }
        assertThat(connection.isOpen()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(said()).startsWith("HTTP/1.1 408").contains("problem+json").contains("request_timeout");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aBodyThatDoesNotComeToAnEndIsATimeout() {
        send("POST /api/v1/projects HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n");
        pass(Duration.ofSeconds(29));
        send("{");
        pass(Duration.ofSeconds(1));
        assertThat(said()).startsWith("HTTP/1.1 408");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void anImportMayTakeLongAsLongAsItGoesOn() {
        send("POST /api/v1/imports?project=A HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n");
        pass(Duration.ofSeconds(29));
        send("1");
        pass(Duration.ofSeconds(29));
        send("2");
        pass(Duration.ofSeconds(29));
        assertThat(connection.isOpen()).isTrue();
        send("3");
        pass(Duration.ofMinutes(10));
        assertThat(connection.isOpen())
                .as("all of it is here, and is being worked on")
                .isTrue();
        answer();
        assertThat(connection.isOpen()).isTrue();
    }

    /** R36, P10: it is as long as the project or the database is large. */
    @ParameterizedTest
    @ValueSource(
            strings = {"GET /api/v1/projects/A/export", "GET /api/v1/prompts/export?format=zip", "POST /api/v1/backups"
            })
    void aCopyMayTakeLong(String request) {
        send(request + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
        pass(Duration.ofMinutes(10));
        assertThat(said()).isEmpty();
        assertThat(connection.isOpen()).isTrue();
        answer();
        send(WHOLE);
        pass(LIMIT);
        assertThat(said()).startsWith("HTTP/1.1 503");
    }

    @Test
    void anImportThatStopsIsATimeout() {
        send("POST /api/v1/imports?project=A HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n1");
        pass(LIMIT);
        assertThat(said()).startsWith("HTTP/1.1 408");
    }

    @Test
    void anImportThatWasRefusedMayNotGoOn() {
        send("POST /api/v1/imports?project=A HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n1");
        answer();
        pass(Duration.ofSeconds(29));
        send("2");
        pass(Duration.ofSeconds(1));
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aReadWithoutAnAnswerIsATimeout() {
        send(WHOLE);
        pass(LIMIT);
        assertThat(said()).startsWith("HTTP/1.1 503").contains("\"code\":\"timeout\"");
        assertThat(connection.isOpen()).isFalse();
    }

    /** P3: an answer never lies. */
    @Test
    void aChangeWithoutAnAnswerHasAnUnknownOutcome() {
        send("POST /api/v1/projects/A/archive HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
        pass(LIMIT);
        assertThat(said()).startsWith("HTTP/1.1 503").contains("\"code\":\"outcome_unknown\"");
    }

    /** Of several on their way, the first is late. */
    @Test
    void aTimeoutNamesTheRequestThatIsLate() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        send("GET /api/v1/projects?limit=1 HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: mine-1\r\n\r\n" + WHOLE);
        pass(LIMIT);
        assertThat(said())
                .contains("X-Request-Id: mine-1")
                .contains("\"requestId\":\"mine-1\"")
                .contains("\"instance\":\"/api/v1/projects\"");
        EmbeddedChannel other = connected();
        other.writeInbound(Unpooled.copiedBuffer(
                "POST /api/v1/users HTTP/1.1\r\nHost: localhost\r\ntraceparent: " + trace
                        + "\r\nContent-Length: 9\r\n\r\n{",
                UTF_8));
        nanos += LIMIT.toNanos();
        other.advanceTimeBy(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        other.runScheduledPendingTasks();
        ByteBuf head = other.readOutbound();
        assertThat(head.toString(UTF_8)).contains("408").contains("X-Request-Id: 0af7651916cd43dd8448eb211c80319c");
        head.release();
        var _ = other.releaseOutbound();
    }

    @Test
    void aConnectionThatIsOnlyKeptIsLeftAlone() {
        send(WHOLE);
        answer();
        pass(Duration.ofMinutes(2));
        assertThat(connection.isOpen()).isTrue();
        send(WHOLE);
        pass(Duration.ofSeconds(29));
        assertThat(connection.isOpen()).as("each request has its own time").isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(said()).startsWith("HTTP/1.1 503");
    }

    @Test
    void whatWasRefusedIsNotAnsweredTwiceWhenItsBodyDoesNotEnd() {
        send("POST /api/v1/projects HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{");
        answer();
        pass(Duration.ofMinutes(1));
        assertThat(said()).isEmpty();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aConnectionThatEndsLeavesNoTimerBehind() {
        send(WHOLE);
        assertThat(connection.runScheduledPendingTasks()).isPositive();
        var _ = connection.close();
        assertThat(connection.runScheduledPendingTasks()).isNegative();
    }
}
