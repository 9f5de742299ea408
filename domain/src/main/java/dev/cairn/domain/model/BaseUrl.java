package dev.cairn.domain.model;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The base URL of a provider's routes: http or https, a host, optionally a port and a path, and nothing else.
 */
public record BaseUrl(String value) {
    public static final int LENGTH_MAX = 1_000;

    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~@:+-]++)*+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]");
    private static final int PORT_MAX = 65_535;

    public BaseUrl {
        value = withoutSlash(Text.of("baseUrl", value, 1, LENGTH_MAX));
        URI uri = parsed(value);
        String host = uri.getHost();
        String path = uri.getRawPath();
        if (host == null
                || !HOST.matcher(host).matches()
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > PORT_MAX
                || uri.getRawAuthority().endsWith(":")
                || !("http".equals(scheme(uri)) || "https".equals(scheme(uri)))
                || !PATH.matcher(path).matches()
                || (path + "/").contains("/../")
                || (path + "/").contains("/./")) {
            throw malformed();
        }
    }

    public String scheme() {
        return scheme(uri());
    }

    public boolean encrypted() {
        return "https".equals(scheme());
    }

    /** Answers the host as it stands there, an address of IPv6 without its brackets. */
    public String host() {
        String host = uri().getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        int port = uri().getPort();
        return port > 0 ? port : encrypted() ? 443 : 80;
    }

    /** Returns scheme, host and port in canonical form; a stored secret is bound to this origin (L18). */
    public String origin() {
        return scheme() + "://" + host().toLowerCase(Locale.ROOT) + ":" + port();
    }

    private URI uri() {
        return URI.create(value);
    }

    private static String scheme(URI uri) {
        String scheme = uri.getScheme();
        return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            throw malformed();
        }
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static Invalid malformed() {
        return Invalid.of(
                ErrorCode.FORMAT,
                "baseUrl",
                "baseUrl must look like https://host/path, without user, query, fragment and '..'");
    }

    @Override
    public String toString() {
        return value;
    }
}
