package dev.cairn.http.server;

import dev.cairn.http.HttpLimits;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.problem.Problems;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/** Installs the handlers between the codec and the framework on every connection. */
@Singleton
record ConnectionHandlers(HttpSettings settings, Problems problems, RequestsInFlight requests, BodiesInFlight bodies)
        implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        return role == ChannelRole.CONNECTION ? new OfConnection(channel) : this;
    }

    private final class OfConnection implements NettyServerCustomizer {
        private final Channel channel;

        private OfConnection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            ConnectionEnd end = new ConnectionEnd(problems, requests);
            HttpLimits limits = settings.limits();
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            channel.pipeline()
                    .addAfter(codec, "cairn-stalled", new StalledAnswer(limits.stallTimeout()))
                    .addAfter("cairn-stalled", "cairn-end", end)
                    .addAfter(
                            "cairn-end",
                            "cairn-deadline",
                            new RequestDeadline(limits.requestTimeout(), problems, System::nanoTime))
                    .addAfter("cairn-deadline", "cairn-decoding", new ContentDecoding(end, problems))
                    .addAfter(
                            "cairn-decoding",
                            "cairn-budget",
                            new BodyBudget(bodies, end, problems, limits.bodyMaxBytes()));
        }
    }
}
