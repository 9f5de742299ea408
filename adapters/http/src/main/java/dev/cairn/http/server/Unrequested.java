package dev.cairn.http.server;

import dev.cairn.http.problem.Asked;
import dev.cairn.http.problem.Problems.Unasked;
import dev.cairn.http.problem.RequestIds;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** Writes the last answer on a connection, below the router. */
final class Unrequested {
    private Unrequested() {}

    static void end(ChannelHandlerContext context, Unasked problem) {
        var _ = context.writeAndFlush(answer(problem)).addListener(ChannelFutureListener.CLOSE);
    }

    static Asked asked(HttpRequest request) {
        return Asked.of(
                request.headers().get(RequestIds.HEADER),
                request.headers().get(RequestIds.TRACE_HEADER),
                request.uri());
    }

    static FullHttpResponse answer(Unasked problem) {
        var answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(problem.status()),
                Unpooled.wrappedBuffer(problem.body()));
        problem.headers().forEach(answer.headers()::set);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, problem.body().length);
        answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }
}
