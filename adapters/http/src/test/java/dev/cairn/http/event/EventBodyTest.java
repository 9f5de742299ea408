package dev.cairn.http.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.event.EventRequest;
import dev.cairn.application.event.EventStream;
import dev.cairn.domain.user.Caller;
import dev.cairn.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** What one client is sent, and when; the clock is the test's. */
class EventBodyTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final String RETRY = "retry: 3000\n\n";

    private final List<String> log = new ArrayList<>();
    private final EventStream stream =
            new EventStream(Caller.anonymous(), EventRequest.NOW, null, _ -> log.add("closed"));
    private final EventBody body =
            new EventBody(stream, new EventFrames(new StrictJson(64)), _ -> log.add("begun"), _ -> log.add("over"), 0);
    private final Client client = new Client();

    private final class Client implements Subscriber<byte[]> {
        @Override
        public void onSubscribe(Subscription given) {}

        @Override
        public void onNext(byte[] part) {
            log.add(new String(part, UTF_8));
        }

        @Override
        public void onError(Throwable failure) {
            log.add(failure.toString());
        }

        @Override
        public void onComplete() {
            log.add("complete");
        }
    }

    /** E4 */
    @Test
    void theFirstBytesAreSentBeforeTheStreamBegins() {
        body.subscribe(client);
        assertThat(log).isEmpty();
        body.request(10);
        assertThat(log).containsExactly(RETRY, "begun");
    }

    /** E2 */
    @Test
    void aCommentIsSentEveryFifteenSecondsAndNothingIsSentThatNobodyAskedFor() {
        body.subscribe(client);
        body.request(2);
        for (int second = 1; second <= 30; second++) {
            body.timePasses(second * SECOND);
        }
        assertThat(log).containsExactly(RETRY, "begun", ":\n\n");
        body.request(10);
        assertThat(log).containsExactly(RETRY, "begun", ":\n\n", ":\n\n");
    }

    /** E2 */
    @Test
    void aConnectionLastsThirtyMinutes() {
        body.subscribe(client);
        body.request(Long.MAX_VALUE);
        body.timePasses(EventBody.LIFE_NANOS - 1);
        log.clear();
        body.timePasses(EventBody.LIFE_NANOS);
        assertThat(log).contains("closed", "over").endsWith("complete");
    }

    /** E4 */
    @Test
    void aClientThatLeavesEndsItsStream() {
        body.subscribe(client);
        body.request(1);
        body.cancel();
        assertThat(log).containsExactly(RETRY, "begun", "closed", "over");
        assertThat(stream.isOver()).isTrue();
        body.timePasses(EventBody.COMMENT_NANOS);
        assertThat(log).endsWith("over");
    }

    /** A filter that fails after the route leaves a stream that nobody takes. */
    @Test
    void aStreamThatNobodyTakesIsClosed() {
        body.timePasses(EventBody.COMMENT_NANOS);
        assertThat(log).contains("closed", "over");
    }
}
