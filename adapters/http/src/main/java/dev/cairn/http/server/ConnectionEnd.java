package dev.cairn.http.server;

import dev.cairn.http.problem.Asked;
import dev.cairn.http.problem.HttpCode;
import dev.cairn.http.problem.Problems;
import dev.cairn.http.problem.Problems.Unasked;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection with one last answer: to a request that is refused before the framework sees it, or whose body turns out
 * to be broken. The answer waits for its turn behind earlier ones, and nothing passes after it. A client that is still
 * sending is listened to for a while: closed at once, its system would throw the answer away. It stands first behind the
 * codec of one connection.
 */
final class ConnectionEnd extends ChannelDuplexHandler {
    private static final int LISTEN_SECONDS_MAX = 10;

    private final Problems problems;
    private final RequestsInFlight inFlight;
    private @Nullable ChannelHandlerContext context;
    /** Counts the requests that were passed on and have no whole answer yet. */
    private int unanswered;

    private @Nullable HttpRequest newest;
    private boolean answering;
    private boolean bodyOpen;
    private @Nullable Unasked last;
    private int before;
    private boolean said;
    private boolean sent;

    ConnectionEnd(Problems problems, RequestsInFlight inFlight) {
        this.problems = problems;
        this.inFlight = inFlight;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    /** The request that came last. */
    Asked asked() {
        return newest == null ? Asked.unread() : Unrequested.asked(newest);
    }

    /** Whether nothing of what still comes is of use. */
    boolean isEnding() {
        return last != null;
    }

    /** Answers the request that came last with this, instead of whatever the framework may say, and then ends. */
    void instead(Unasked problem) {
        if (context == null || last != null) {
            return;
        }
        boolean begun = answering && unanswered == 1;
        if (unanswered == 0 || begun) {
            last = problem;
            said = true;
            inFlight.cut();
            var _ = context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            end(context, problem, unanswered - 1);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            bodyOpen = true;
        }
        if (message instanceof LastHttpContent) {
            bodyOpen = false;
        }
        if (last != null) {
            ReferenceCountUtil.release(message);
            if (sent && !bodyOpen) {
                var _ = context.close();
            }
            return;
        }
        if (message instanceof HttpRequest request) {
            newest = request;
            Unasked refusal = inFlight.stopping() ? stopping() : RequestHeads.refuse(request, problems);
            if (refusal != null) {
                ReferenceCountUtil.release(message);
                end(context, refusal, unanswered);
                return;
            }
            unanswered++;
            inFlight.begun();
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            bodyOpen = false;
            instead(problems.unasked(asked(), HttpCode.MALFORMED_BODY, "The chunks of the body are malformed"));
            return;
        }
        context.fireChannelRead(message);
    }

    private Unasked stopping() {
        return problems.unasked(asked(), HttpCode.STOPPING, "The server is about to stop");
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (last == null) {
            context.fireChannelReadComplete();
        } else {
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (last != null && before == 0) {
            ReferenceCountUtil.release(message);
            promise.cancel(false);
            return;
        }
        if (message instanceof HttpResponse response) {
            if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                var _ = context.write(message, promise);
                return;
            }
            answering = true;
        }
        var _ = context.write(message, promise);
        if (message instanceof LastHttpContent) {
            answering = false;
            answered(context);
        }
    }

    private void answered(ChannelHandlerContext context) {
        if (unanswered > 0) {
            unanswered--;
            inFlight.ended(1);
        }
        if (last != null) {
            before--;
            sayWhenItsTurnComes(context);
        }
    }

    private void end(ChannelHandlerContext context, Unasked problem, int answersBefore) {
        last = problem;
        before = answersBefore;
        inFlight.cut();
        sayWhenItsTurnComes(context);
        context.read();
    }

    private void sayWhenItsTurnComes(ChannelHandlerContext context) {
        if (before == 0 && last != null && !said) {
            said = true;
            var _ = context.writeAndFlush(Unrequested.answer(last)).addListener(_ -> listenToTheRest(context));
        }
    }

    private void listenToTheRest(ChannelHandlerContext context) {
        sent = true;
        if (bodyOpen && context.channel() instanceof DuplexChannel channel && channel.isActive()) {
            var _ = channel.shutdownOutput();
            var _ = context.executor()
                    .schedule(
                            () -> {
                                var _ = context.close();
                            },
                            LISTEN_SECONDS_MAX,
                            TimeUnit.SECONDS);
            context.read();
        } else {
            var _ = context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        inFlight.ended(unanswered);
        unanswered = 0;
        context.fireChannelInactive();
    }
}
