package dev.cairn.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads an answer as text; of a stream of events, which has no end, what comes before it is live, and then leaves. */
final class UntilLive implements BodyHandler<String> {
    private static final String LIVE = ": live";

    @Override
    public BodySubscriber<String> apply(ResponseInfo answer) {
        boolean stream = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return stream ? new Beginning() : BodyHandlers.ofString().apply(answer);
    }

    private static final class Beginning implements BodySubscriber<String> {
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final CompletableFuture<String> text = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<String> getBody() {
            return text;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                read.writeBytes(bytes);
            }
            if (read.toString(UTF_8).contains(LIVE) && subscription != null) {
                subscription.cancel();
                onComplete();
            }
        }

        @Override
        public void onError(Throwable failure) {
            text.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            text.complete(read.toString(UTF_8));
        }
    }
}
