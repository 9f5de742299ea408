package dev.cairn.http.server;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;

/** Compresses text that is long enough, as the framework does, but no stream of events: each would cost 100 KB, and wait (E5). */
@Singleton
@Replaces(DefaultHttpCompressionStrategy.class)
record PlainStreams(NettyHttpServerConfiguration configuration) implements HttpCompressionStrategy {
    @Override
    public boolean isEnabled() {
        return configuration.getCompressionThreshold() >= 0;
    }

    @Override
    public boolean shouldCompress(HttpResponse response) {
        String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
        long length = HttpUtil.getContentLength(response, -1L);
        return isEnabled()
                && type != null
                && !type.startsWith(MediaType.TEXT_EVENT_STREAM)
                && (length == -1 || length >= configuration.getCompressionThreshold())
                && (type.equals(MediaType.APPLICATION_JSON) || MediaType.isTextBased(type));
    }

    @Override
    public int getCompressionLevel() {
        return configuration.getCompressionLevel();
    }

    @Override
    public int getMaxZstdEncodeSize() {
        return configuration.getMaxZstdEncodeSize();
    }
}
