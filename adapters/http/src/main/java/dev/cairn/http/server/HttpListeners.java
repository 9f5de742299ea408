package dev.cairn.http.server;

import dev.cairn.application.agent.LiveRuns;
import dev.cairn.application.event.EventDispatcher;
import dev.cairn.application.job.JobRunner;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.health.Draining;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.http.server.netty.NettyEmbeddedServerFactory;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The listeners of the server: on its address, and beside 127.0.0.1 also on ::1, where that is available. */
@Singleton
public final class HttpListeners {
    private static final Logger LOG = System.getLogger(HttpListeners.class.getName());
    /** The longest wait for answers at the end; the whole process is to end within 10 s (P20). */
    private static final Duration ANSWERS_MAX = Duration.ofSeconds(7);

    private static final InetAddress IPV6 = InetAddress.ofLiteral("::1");

    private final HttpSettings settings;
    private final NettyEmbeddedServer server;
    private final NettyEmbeddedServerFactory factory;
    private final ConnectionHandlers handlers;
    private final RequestsInFlight requests;
    private final EventDispatcher events;
    private final LiveRuns runs;
    private final JobRunner jobs;
    private final Draining draining;
    private @Nullable NettyEmbeddedServer second;

    HttpListeners(
            HttpSettings settings,
            NettyEmbeddedServer server,
            NettyEmbeddedServerFactory factory,
            ConnectionHandlers handlers,
            RequestsInFlight requests,
            EventDispatcher events,
            LiveRuns runs,
            JobRunner jobs,
            Draining draining) {
        this.settings = settings;
        this.server = server;
        this.factory = factory;
        this.handlers = handlers;
        this.requests = requests;
        this.events = events;
        this.runs = runs;
        this.jobs = jobs;
        this.draining = draining;
    }

    /**
     * Begins to listen.
     *
     * @return the port, which is another one than that of the settings when that is 0
     * @throws ServerStartupException for a {@link BindException} when the port is taken
     */
    public int start() {
        server.register(handlers);
        server.start();
        int port = server.getPort();
        if (settings.onBothLoopbacks()) {
            second = startOnIpv6(port);
        }
        return port;
    }

    /** Drains: says that the server is not ready, and serves on, for as long as the settings want. */
    public void drain() {
        draining.run(settings.draining());
    }

    /**
     * Lets what it has taken on be answered, which it waits for a while, and refuses what still comes; then it hangs up. That ends the
     * container, too: what runs in the background gives back its work before.
     */
    public void stop() {
        events.stop();
        runs.stop();
        requests.stopWithin(ANSWERS_MAX);
        jobs.close();
        if (second != null) {
            second.stop();
        }
        server.stop();
    }

    /** A machine without IPv6, or another program on that port there, is no reason not to serve. */
    private @Nullable NettyEmbeddedServer startOnIpv6(int port) {
        NettyHttpServerConfiguration configuration = new NettyHttpServerConfiguration();
        new HttpSettings(IPV6, false, port, settings.accounts(), settings.hosts(), settings.limits())
                .applyTo(configuration);
        NettyEmbeddedServer other = factory.build(configuration);
        other.register(handlers);
        try {
            other.start();
            return other;
        } catch (ServerStartupException e) {
            LOG.log(Level.DEBUG, "Not listening on [::1]:{0,number,#}: {1}", port, e.getMessage());
            return null;
        }
    }
}
