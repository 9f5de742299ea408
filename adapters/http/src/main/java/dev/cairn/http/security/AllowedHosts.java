package dev.cairn.http.security;

import dev.cairn.http.HttpSettings;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The names under which a server may be addressed, and the origins of its own pages. */
final class AllowedHosts {
    private static final List<String> OWN_NAMES = List.of("localhost", HttpSettings.HOST, "[::1]");
    private static final int HTTP_PORT = 80;

    private final Set<String> hosts = new HashSet<>();
    private final Set<String> origins = new HashSet<>();

    /** @param port the one that is listened on */
    AllowedHosts(HttpSettings settings, int port) {
        OWN_NAMES.forEach(name -> own(name, port));
        if (!settings.bind().isAnyLocalAddress()) {
            own(literal(settings.bind()), port);
        }
        settings.hosts().forEach(name -> configured(name.toLowerCase(Locale.ROOT), port));
    }

    /** Whether a {@code Host} header names this server. */
    boolean host(String header) {
        return hosts.contains(header) || hosts.contains(header.toLowerCase(Locale.ROOT));
    }

    /** Lists the names for people, with the port they go with. */
    String described() {
        return hosts.stream().sorted().collect(Collectors.joining(", "));
    }

    /**
     * Whether a page of this server sent the request: scheme, host and port are exactly as a browser writes them; {@code
     * null} is nobody's.
     */
    boolean origin(String header) {
        return origins.contains(header);
    }

    private void own(String name, int port) {
        allow(name + ":" + port, "http://");
        if (port == HTTP_PORT) {
            allow(name, "http://");
        }
    }

    /** Allows a name without a port: on this server's port, or behind a proxy on the standard one. */
    private void configured(String name, int port) {
        if (name.lastIndexOf(':') <= name.lastIndexOf(']')) {
            allow(name + ":" + port, "http://", "https://");
        }
        allow(name, "http://", "https://");
    }

    private void allow(String host, String... schemes) {
        hosts.add(host);
        for (String scheme : schemes) {
            origins.add(scheme + host);
        }
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return text.indexOf(':') < 0 ? text : "[" + text + "]";
    }
}
