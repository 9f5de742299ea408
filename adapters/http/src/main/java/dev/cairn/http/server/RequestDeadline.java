package dev.cairn.http.server;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.problem.Asked;
import dev.cairn.http.problem.HttpCode;
import dev.cairn.http.problem.Problems;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the time from a request's first byte to the first byte of its answer: one that comes drop by drop is a 408, one
 * whose answer is not there in time a 503. It stands behind the codec of one connection, and sets one timer per connection
 * and limit, not one per request. Imports and copies of much may be worked on for longer.
 */
final class RequestDeadline extends ChannelDuplexHandler {
    /** Says what of a request is still on its way. */
    private enum Awaited {
        NOTHING,
        HEAD,
        BODY
    }

    private final Duration limit;
    private final Problems problems;
    private final LongSupplier nanoTime;

    private Awaited awaited = Awaited.NOTHING;
    private final Deque<HttpRequest> unanswered = new ArrayDeque<>();
    private boolean answering;
    private boolean isImport;
    private boolean takesLong;
    private boolean isRead;
    private boolean decoded;
    private @Nullable ScheduledFuture<?> timer;
    private long since;

    /** @param nanoTime a clock that only ever runs forward */
    RequestDeadline(Duration limit, Problems problems, LongSupplier nanoTime) {
        this.limit = limit;
        this.problems = problems;
        this.nanoTime = nanoTime;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        if (message instanceof HttpRequest request) {
            await(context, Awaited.BODY);
            unanswered.add(request);
            isImport = HttpSettings.isImport(request.uri());
            takesLong = isImport || HttpSettings.isCopy(request.uri());
            isRead = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        }
        if (message instanceof HttpContent && isImport && !unanswered.isEmpty()) {
            since = nanoTime.getAsLong();
        }
        if (message instanceof LastHttpContent) {
            awaited = Awaited.NOTHING;
        }
        context.fireChannelRead(message);
    }

    /** Takes bytes that made no message for the beginning of one. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!decoded && awaited == Awaited.NOTHING) {
            await(context, Awaited.HEAD);
        }
        decoded = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            var _ = unanswered.poll();
            answering = true;
        }
        if (message instanceof LastHttpContent) {
            answering = false;
            since = nanoTime.getAsLong();
        }
        var _ = context.write(message, promise);
    }

    /** Cancels the timer, which would keep the connection's objects until it fires. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        context.fireChannelInactive();
    }

    private void await(ChannelHandlerContext context, Awaited part) {
        if (awaited == Awaited.NOTHING && unanswered.isEmpty()) {
            since = nanoTime.getAsLong();
        }
        awaited = part;
        if (timer == null) {
            checkIn(context, limit.toNanos());
        }
    }

    private void checkIn(ChannelHandlerContext context, long nanos) {
        timer = context.executor().schedule(() -> check(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext context) {
        timer = null;
        long left = since + limit.toNanos() - nanoTime.getAsLong();
        if (awaited == Awaited.NOTHING && unanswered.isEmpty()) {
            return;
        }
        if (answering || (takesLong && awaited == Awaited.NOTHING)) {
            checkIn(context, limit.toNanos());
        } else if (left > 0) {
            checkIn(context, left);
        } else if (awaited == Awaited.BODY && unanswered.isEmpty()) {
            var _ = context.close();
        } else {
            refuse(context);
        }
    }

    /** The request that is late: the one that is coming, or else the first that has no answer. */
    private Asked asked() {
        HttpRequest late = awaited == Awaited.HEAD
                ? null
                : awaited == Awaited.BODY ? unanswered.peekLast() : unanswered.peekFirst();
        return late == null ? Asked.unread() : Unrequested.asked(late);
    }

    private void refuse(ChannelHandlerContext context) {
        Asked asked = asked();
        String within = "within %d s".formatted(limit.toSeconds());
        if (awaited != Awaited.NOTHING) {
            Unrequested.end(
                    context, problems.unasked(asked, HttpCode.REQUEST_TIMEOUT, "The request did not come " + within));
        } else if (isRead) {
            Unrequested.end(context, problems.unasked(asked, HttpCode.TIMEOUT, "There was no answer " + within));
        } else {
            String open = "There was no answer %s; the change may still be made".formatted(within);
            Unrequested.end(context, problems.unasked(asked, 503, ErrorCode.OUTCOME_UNKNOWN, "Timeout", open));
        }
    }
}
