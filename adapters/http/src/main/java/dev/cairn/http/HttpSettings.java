package dev.cairn.http;

import dev.cairn.domain.kernel.Networks;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP server, in one place.
 *
 * @param bind the address to listen on
 * @param onBothLoopbacks whether to listen on ::1 too, on the same port, where it can be had
 * @param port 0 for any free one
 * @param accounts whether people may register and log in, for which they need no token
 * @param hosts names, with or without a port, by which the server may be addressed besides its own
 * @param proxies addresses and networks ({@code 10.0.0.0/8}) whose headers are believed when they say for whom they ask
 * @param temporary where answers wait that are written to a file first; null is the system's place
 * @param draining how long the server serves on, but is not ready, before it stops
 */
public record HttpSettings(
        InetAddress bind,
        boolean onBothLoopbacks,
        int port,
        boolean accounts,
        Set<String> hosts,
        HttpLimits limits,
        Networks proxies,
        @Nullable Path temporary,
        Duration draining) {
    public static final String BASE = "/api/v1";
    /** Routes whose bodies are read in pieces, and may be larger than others. */
    private static final Set<String> IMPORTS =
            Set.of(BASE + "/imports", BASE + "/imports/systems", BASE + "/prompts/import");

    public static final String HOST = "127.0.0.1";
    public static final int PORT_DEFAULT = 4747;
    /** Reads request lines that are too long up to this many times their limit, to answer them in words; beyond it the connection ends. */
    private static final int REQUEST_LINE_READ_FACTOR = 4;

    public HttpSettings {
        hosts = Set.copyOf(hosts);
    }

    /** Makes the settings of a server without a proxy before it. */
    public HttpSettings(
            InetAddress bind,
            boolean onBothLoopbacks,
            int port,
            boolean accounts,
            Set<String> hosts,
            HttpLimits limits) {
        this(bind, onBothLoopbacks, port, accounts, hosts, limits, Networks.NONE, null, Duration.ZERO);
    }

    /** Whether a request's target, with its query or without, is an import. */
    public static boolean isImport(String target) {
        return IMPORTS.contains(path(target));
    }

    /** Whether a request's target is answered with a copy of much, which takes as long as that is large. */
    public static boolean isCopy(String target) {
        String path = path(target);
        boolean exported = path.startsWith(BASE + "/projects/") || path.startsWith(BASE + "/prompts/");
        return path.equals(BASE + "/backups") || (exported && path.endsWith("/export"));
    }

    private static String path(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** Answers the same settings with a folder for files that are kept for a while. */
    public HttpSettings withTemporary(Path folder) {
        return new HttpSettings(bind, onBothLoopbacks, port, accounts, hosts, limits, proxies, folder, draining);
    }

    /** Makes the settings of a server on 127.0.0.1, without further hosts. */
    public static HttpSettings inside(int port, boolean accounts, HttpLimits limits) {
        return new HttpSettings(InetAddress.ofLiteral(HOST), false, port, accounts, Set.of(), limits);
    }

    /** Sets everything that the HTTP server itself looks after. */
    public void applyTo(NettyHttpServerConfiguration server) {
        server.setHost(bind.getHostAddress());
        server.setPort(port);
        server.setDateHeader(false);
        server.setSemicolonIsNormalChar(true); // as browsers send it
        server.setNotFoundOnMissingBody(false); // a route that gives nothing back has been answered already
        server.setMaxRequestSize(limits.importMaxBytes());
        server.setMaxRequestBufferSize(limits.bodyMaxBytes());
        server.setMaxInitialLineLength(REQUEST_LINE_READ_FACTOR * limits.requestLineMaxBytes());
        server.setMaxHeaderSize(limits.headersMaxBytes());
        // ContentDecoding does that: what the framework cannot decode it answers as a fault of ours.
        server.setRequestDecompressionEnabled(false);
    }
}
