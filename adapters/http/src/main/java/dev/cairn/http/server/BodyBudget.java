package dev.cairn.http.server;

import dev.cairn.http.HttpSettings;
import dev.cairn.http.problem.HttpCode;
import dev.cairn.http.problem.Problems;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Takes room for each body before it is read, and gives it back when the last byte of its answer has been sent, or the
 * connection is gone. A body that says how long it is and for which there is no room is refused before a byte of it is
 * read; one that does not say is counted while it comes. Imports are read in pieces and need none. It stands last before
 * the framework on one connection.
 */
final class BodyBudget extends ChannelDuplexHandler {
    private final BodiesInFlight bodies;
    private final ConnectionEnd end;
    private final Problems problems;
    private final long bodyMaxBytes;
    /** The bytes taken for each request without a whole answer, in the order of the requests. */
    private final Deque<Long> taken = new ArrayDeque<>();

    private boolean counted;
    private boolean refused;

    BodyBudget(BodiesInFlight bodies, ConnectionEnd end, Problems problems, long bodyMaxBytes) {
        this.bodies = bodies;
        this.end = end;
        this.problems = problems;
        this.bodyMaxBytes = bodyMaxBytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && !refused) {
            head(request);
        } else if (message instanceof HttpContent content && counted && !refused) {
            take(content.content().readableBytes());
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void head(HttpRequest request) {
        taken.add(0L);
        boolean free = request.decoderResult().isFailure() || HttpSettings.isImport(request.uri());
        long length = free || HttpUtil.isTransferEncodingChunked(request) ? 0 : HttpUtil.getContentLength(request, 0L);
        counted = !free && HttpUtil.isTransferEncodingChunked(request);
        // A longer body gets a 413 further on, and is not read.
        if (length > 0 && length <= bodyMaxBytes) {
            take(length);
        }
    }

    /** Takes room for this many bytes; bytes beyond the longest body are not kept, and need none. */
    private void take(long bytes) {
        long before = taken.isEmpty() ? 0 : taken.getLast();
        long more = Math.min(bytes, bodyMaxBytes - before);
        if (more <= 0 || taken.isEmpty()) {
            return;
        }
        if (bodies.take(more)) {
            taken.removeLast();
            taken.add(before + more);
        } else {
            refused = true;
            end.instead(problems.unasked(
                    end.asked(),
                    HttpCode.OVERLOADED,
                    "The server is busy with other large requests: nothing was done, try again"));
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean whole = message instanceof LastHttpContent
                && !(message instanceof HttpResponse response
                        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL);
        Long bytes = whole ? taken.poll() : null;
        if (bytes == null || bytes == 0) {
            var _ = context.write(message, promise);
        } else {
            var _ = context.write(message, promise.unvoid().addListener(_ -> bodies.giveBack(bytes)));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        taken.forEach(bodies::giveBack);
        taken.clear();
        context.fireChannelInactive();
    }
}
