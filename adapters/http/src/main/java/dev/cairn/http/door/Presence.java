package dev.cairn.http.door;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;

/** Whether the client is still there that sent a request. */
@FunctionalInterface
public interface Presence {
    boolean gone();

    static Presence of(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? () -> !netty.getChannelHandlerContext().channel().isActive()
                : () -> false;
    }
}
