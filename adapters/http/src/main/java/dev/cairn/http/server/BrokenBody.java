package dev.cairn.http.server;

import dev.cairn.http.problem.Problems;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;

/**
 * Keeps a request whose body cannot be decoded from being taken for one that ended: it is a 400, and the connection, of which
 * nobody knows where the next request begins, is closed. It stands behind the codec of one connection.
 */
final class BrokenBody extends ChannelDuplexHandler {
    private final Problems problems;
    private boolean answered;
    private boolean broken;

    BrokenBody(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            answered = false;
        }
        broken |= message instanceof HttpContent content
                && !(message instanceof HttpRequest)
                && content.decoderResult().isFailure();
        if (!broken) {
            context.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (answered) {
            var _ = context.close();
        } else {
            answered = true;
            Unrequested.end(
                    context,
                    problems.unasked(400, "malformed_body", "Malformed body", "The chunks of the body are malformed"));
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (broken) {
            ReferenceCountUtil.release(message);
            promise.cancel(false);
            return;
        }
        answered |= message instanceof HttpResponse;
        var _ = context.write(message, promise);
    }
}
