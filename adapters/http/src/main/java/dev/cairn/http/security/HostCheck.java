package dev.cairn.http.security;

import dev.cairn.http.problem.HttpCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defends against DNS rebinding: a page whose name was made to point here still sends its own name. */
record HostCheck(OwnAddress own) implements RequestCheck {
    private static final String SCHEME = "http://";

    @Override
    public @Nullable Refusal refuse(HttpRequest<?> request) {
        List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
        boolean ours = hosts.size() == 1 && own.hosts().host(hosts.getFirst()) && targetIsOurs(request);
        return ours
                ? null
                : new Refusal(
                        HttpCode.HOST_NOT_ALLOWED,
                        "The Host header does not name this server",
                        "It answers as %s. Other names are allowed by CAIRN_HOSTS=name,name at its start."
                                .formatted(own.hosts().described()));
    }

    /** Checks the host in the target ({@code GET http://host/path}), which counts instead of the header (RFC 9112, 3.2.2). */
    private boolean targetIsOurs(HttpRequest<?> request) {
        String target = request instanceof NettyHttpRequest<?> netty
                ? netty.getNativeRequest().uri()
                : request.getUri().toString();
        if (target.startsWith("/") || target.equals("*")) {
            return true;
        }
        int path = target.indexOf('/', SCHEME.length());
        return target.startsWith(SCHEME) && path > 0 && own.hosts().host(target.substring(SCHEME.length(), path));
    }
}
