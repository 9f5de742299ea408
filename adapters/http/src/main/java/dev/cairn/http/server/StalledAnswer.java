package dev.cairn.http.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose client takes nothing of its answer for a while: it would hold memory, descriptors and files without
 * end. A slow client that takes a little now and then is waited for. One timer per connection, and only while something is
 * waiting to be sent.
 */
final class StalledAnswer extends ChannelDuplexHandler {
    private final Duration limit;
    private @Nullable ScheduledFuture<?> timer;
    private long pendingBytes;
    private long progress;
    private int writes;
    private int writesSeen;

    StalledAnswer(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var _ = context.write(message, promise);
        writes++;
        if (timer == null) {
            remember(context.channel().unsafe().outboundBuffer());
            look(context);
        }
    }

    private void look(ChannelHandlerContext context) {
        timer = context.executor().schedule(() -> check(context), limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext context) {
        timer = null;
        ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
        if (waiting == null || waiting.totalPendingWriteBytes() == 0) {
            return;
        }
        boolean moved = writes != writesSeen
                || waiting.totalPendingWriteBytes() != pendingBytes
                || waiting.currentProgress() != progress;
        if (moved) {
            remember(waiting);
            look(context);
        } else {
            var _ = context.close();
        }
    }

    private void remember(@Nullable ChannelOutboundBuffer waiting) {
        pendingBytes = waiting == null ? 0 : waiting.totalPendingWriteBytes();
        progress = waiting == null ? 0 : waiting.currentProgress();
        writesSeen = writes;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        context.fireChannelInactive();
    }
}
