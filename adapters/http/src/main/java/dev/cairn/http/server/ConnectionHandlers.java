package dev.cairn.http.server;

import dev.cairn.http.HttpSettings;
import dev.cairn.http.problem.Problems;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/** Gives every connection its {@link RequestDeadline} and {@link BrokenBody}. */
@Singleton
final class ConnectionHandlers implements NettyServerCustomizer {
    private final HttpSettings settings;
    private final Problems problems;

    ConnectionHandlers(HttpSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

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
            channel.pipeline()
                    .addAfter(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                            "cairn-deadline",
                            new RequestDeadline(settings.limits().requestTimeout(), problems, System::nanoTime))
                    .addAfter(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                            "cairn-body",
                            new BrokenBody(problems));
        }
    }
}
