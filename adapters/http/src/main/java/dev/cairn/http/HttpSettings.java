package dev.cairn.http;

import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import java.net.InetAddress;
import java.util.Set;

/**
 * The settings of the HTTP server, in one place.
 *
 * @param bind the address to listen on
 * @param onBothLoopbacks whether to listen on ::1 too, on the same port, where it can be had
 * @param port 0 for any free one
 * @param accounts whether people may register and log in, for which they need no token
 * @param hosts names, with or without a port, by which the server may be addressed besides its own
 */
public record HttpSettings(
        InetAddress bind, boolean onBothLoopbacks, int port, boolean accounts, Set<String> hosts, HttpLimits limits) {
    public static final String BASE = "/api/v1";
    public static final String HOST = "127.0.0.1";
    public static final int PORT_DEFAULT = 4747;
    /** Request lines that are too long are still read this far, to be answered in words; beyond it the connection ends. */
    private static final int REQUEST_LINE_READ_FACTOR = 4;

    public HttpSettings {
        hosts = Set.copyOf(hosts);
    }

    /** On 127.0.0.1 only: for a server that nobody else is told of. */
    public static HttpSettings inside(int port, boolean accounts, HttpLimits limits) {
        return new HttpSettings(InetAddress.ofLiteral(HOST), false, port, accounts, Set.of(), limits);
    }

    /** Everything of it that the server itself looks after. */
    public void applyTo(NettyHttpServerConfiguration server) {
        server.setHost(bind.getHostAddress());
        server.setPort(port);
        server.setDateHeader(false);
        server.setMaxRequestSize(limits.importMaxBytes());
        server.setMaxRequestBufferSize(limits.bodyMaxBytes());
        server.setMaxInitialLineLength(REQUEST_LINE_READ_FACTOR * limits.requestLineMaxBytes());
        server.setMaxHeaderSize(limits.headersMaxBytes());
    }
}
