package dev.cairn.http.user;

import dev.cairn.domain.kernel.Networks;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.FromRequest;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address for which a request was sent. A proxy's word ({@code Forwarded}, RFC 7239, or {@code X-Forwarded-For})
 * counts only from addresses that were configured, and only as far back as these vouch for each other: anybody can write
 * such a header.
 */
@Factory
final class Clients {
    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FOR = "for=";
    private static final int HOPS_MAX = 20;

    private final Networks proxies;

    @Inject
    Clients(HttpSettings settings) {
        this(settings.proxies());
    }

    Clients(Networks proxies) {
        this.proxies = proxies;
    }

    /** Answers the sender's address and program to a route that asks for them. */
    @Singleton
    FromRequest<Client> client() {
        return new FromRequest<>(
                Argument.of(Client.class),
                (_, request) -> new Client(of(request), request.getHeaders().get(HttpHeaders.USER_AGENT)));
    }

    InetAddress of(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        if (proxies.isEmpty()) {
            return peer;
        }
        List<String> standard = request.getHeaders().getAll(FORWARDED);
        List<String> hops = standard.isEmpty()
                ? list(request.getHeaders().getAll(FORWARDED_FOR))
                : list(standard).stream().map(Clients::standardFor).toList();
        return of(peer, hops);
    }

    /** @param hops nearest last */
    InetAddress of(InetAddress peer, List<String> hops) {
        InetAddress client = peer;
        for (int i = hops.size() - 1; i >= Math.max(0, hops.size() - HOPS_MAX) && proxies.contains(client); i--) {
            InetAddress before = address(hops.get(i));
            if (before == null) {
                return client;
            }
            client = before;
        }
        return client;
    }

    private static List<String> list(List<String> headers) {
        List<String> all = new ArrayList<>();
        headers.forEach(header ->
                Arrays.stream(header.split(",", -1)).map(String::strip).forEach(all::add));
        return all;
    }

    private static String standardFor(String element) {
        for (String pair : element.split(";", -1)) {
            String one = pair.strip();
            if (one.toLowerCase(Locale.ROOT).startsWith(FOR)) {
                return one.substring(FOR.length()).replace("\"", "");
            }
        }
        return "";
    }

    /** Reads an address with or without a port, IPv6 in brackets or not; null for names and {@code unknown}. */
    private static @Nullable InetAddress address(String text) {
        String host = text;
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            host = end < 0 ? "" : text.substring(1, end);
        } else if (text.indexOf(':') == text.lastIndexOf(':') && text.indexOf(':') > 0) {
            host = text.substring(0, text.indexOf(':'));
        }
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
