package dev.cairn.http.server;

import dev.cairn.http.problem.HttpCode;
import dev.cairn.http.problem.Problems;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.SnappyFrameDecoder;
import io.netty.handler.codec.compression.ZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes compressed bodies apart: one that is not what its {@code Content-Encoding} says, or that ends too early, is a 400, a
 * coding that is not known here a 415. What comes out is passed on piece by piece, so that its size is bounded like that of
 * any body, however small it was made.
 */
final class ContentDecoding extends ChannelInboundHandlerAdapter {
    private static final String TAKEN = "gzip, deflate, snappy";

    private final ConnectionEnd end;
    private final Problems problems;
    private @Nullable EmbeddedChannel decoder;
    private @Nullable ZlibDecoder checked;
    private boolean anything;
    private boolean refused;

    ContentDecoding(ConnectionEnd end, Problems problems) {
        this.end = end;
        this.problems = problems;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            dispose();
            begin(context, request);
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else if (decoder != null && message instanceof HttpContent content && !(message instanceof HttpRequest)) {
            decode(context, decoder, content);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        HttpHeaders headers = request.headers();
        if (request.decoderResult().isFailure()) {
            return;
        }
        String coding = String.join(",", headers.getAll(HttpHeaderNames.CONTENT_ENCODING))
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean body = headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                || !headers.get(HttpHeaderNames.CONTENT_LENGTH, "0").equals("0");
        if (coding.isEmpty() || coding.equals("identity") || !body) {
            return;
        }
        switch (coding) {
            case "gzip", "x-gzip" -> inflate(context, ZlibWrapper.GZIP);
            case "deflate", "x-deflate" -> inflate(context, ZlibWrapper.ZLIB_OR_NONE);
            case "snappy" -> open(context, new SnappyFrameDecoder());
            default -> {
                refused = true;
                end.instead(problems.unasked(
                                end.asked(),
                                HttpCode.UNSUPPORTED_MEDIA_TYPE,
                                "Content-Encoding must be one of %s, or absent".formatted(TAKEN))
                        .with(HttpHeaderNames.ACCEPT_ENCODING.toString(), TAKEN));
                return;
            }
        }
        headers.remove(HttpHeaderNames.CONTENT_ENCODING);
        headers.remove(HttpHeaderNames.CONTENT_LENGTH);
        headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }

    private void inflate(ChannelHandlerContext context, ZlibWrapper wrapper) {
        checked = new JdkZlibDecoder(wrapper, 0);
        open(context, checked);
    }

    private void open(ChannelHandlerContext context, ChannelHandler codec) {
        anything = false;
        decoder = new EmbeddedChannel(codec, new Forward(context));
    }

    private void decode(ChannelHandlerContext context, EmbeddedChannel open, HttpContent content) {
        boolean isLast = content instanceof LastHttpContent;
        try {
            ByteBuf bytes = content.content();
            anything |= bytes.isReadable();
            if (bytes.isReadable()) {
                open.writeInbound(bytes.retain());
            }
            if (isLast) {
                open.finish();
                if (checked != null && anything && !checked.isClosed()) {
                    throw new DecoderException("It ends too early");
                }
            }
        } catch (DecoderException e) {
            refused = true;
            end.instead(problems.unasked(
                    end.asked(), HttpCode.MALFORMED_BODY, "The body is not what its Content-Encoding says"));
        } finally {
            content.release();
        }
        if (isLast && !refused) {
            decoder = null;
            checked = null;
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        dispose();
        context.fireChannelInactive();
    }

    private void dispose() {
        EmbeddedChannel open = decoder;
        decoder = null;
        checked = null;
        refused = true;
        try {
            if (open != null) {
                open.finishAndReleaseAll();
            }
        } catch (DecoderException _) {
            // The rest could not be decoded, and is dropped.
        } finally {
            refused = false;
        }
    }

    /** Forwards each piece behind the decoder as soon as it is there, until the request is refused. */
    private final class Forward extends ChannelInboundHandlerAdapter {
        private final ChannelHandlerContext context;

        private Forward(ChannelHandlerContext context) {
            this.context = context;
        }

        @Override
        public void channelRead(ChannelHandlerContext inner, Object message) {
            if (refused || end.isEnding()) {
                ReferenceCountUtil.release(message);
            } else {
                context.fireChannelRead(new DefaultHttpContent((ByteBuf) message));
            }
        }
    }
}
