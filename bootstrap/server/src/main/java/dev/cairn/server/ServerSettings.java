package dev.cairn.server;

import dev.cairn.ProcessCode;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Networks;
import dev.cairn.http.HttpLimits;
import dev.cairn.http.HttpSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the HTTP server's settings from the environment, and refuses wrong ones before anything is opened. */
final class ServerSettings {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
    private static final int HEAD_MIN_BYTES = 1024;
    /**
     * A body's limit is at least this: twice what the framework reads ahead of an import, which it counts against the limit
     * of bodies that are kept whole.
     */
    private static final int BODY_MIN_BYTES = 256 * 1024;

    private static final int JSON_DEPTH_MAX = 1_000;
    private static final int REQUEST_SECONDS_MAX = 3_600;
    private static final int DRAIN_SECONDS_MAX = 300;
    private static final long IMPORT_MAX_BYTES = 1L << 40;
    private static final long IN_FLIGHT_MAX_BYTES = 1L << 40;
    private static final int DIGITS_MAX = 18;

    private final Map<String, String> environment;

    ServerSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Makes the settings of a server that others shall find. */
    HttpSettings open(int port) {
        InetAddress bind = bind();
        boolean standard = bind.getHostAddress().equals(HttpSettings.HOST);
        return new HttpSettings(bind, standard, port, accounts(), hosts(), limits(), proxies(), null, draining());
    }

    /** Makes the settings of a command's own server. */
    HttpSettings inside(int port) {
        return HttpSettings.inside(port, accounts(), limits());
    }

    /**
     * Reads the address to listen on. Whoever can reach the port can try to log in: that must be wanted, and there must be
     * something to log in to.
     */
    private InetAddress bind() {
        String text = value("CAIRN_BIND", HttpSettings.HOST);
        InetAddress address = text.equals("localhost") ? InetAddress.ofLiteral(HttpSettings.HOST) : literal(text);
        boolean wanted = accounts() && value("CAIRN_INSECURE_BIND", "no").equals("yes");
        if (!address.isLoopbackAddress() && !wanted) {
            throw new Denied(
                    ProcessCode.BIND_REFUSED,
                    ("CAIRN_BIND=%s would let other machines in, unencrypted. Put a proxy with TLS before 127.0.0.1 and name "
                                    + "it in CAIRN_HOSTS; or set CAIRN_ACCOUNTS=on and CAIRN_INSECURE_BIND=yes")
                            .formatted(text));
        }
        return address;
    }

    private boolean accounts() {
        return switch (value("CAIRN_ACCOUNTS", "off")) {
            case "on" -> true;
            case "off" -> false;
            default -> throw wrong("CAIRN_ACCOUNTS", "on or off");
        };
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw wrong("CAIRN_BIND", "an IP address, not " + text);
        }
    }

    private Set<String> hosts() {
        return Arrays.stream(value("CAIRN_HOSTS", "").split(",", -1))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .map(ServerSettings::host)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String host(String text) {
        if (!HOST.matcher(text).matches()) {
            throw wrong("CAIRN_HOSTS", "names like cairn.example.com or cairn.example.com:8443, separated by commas");
        }
        return text;
    }

    private Networks proxies() {
        try {
            return Networks.parse("CAIRN_TRUSTED_PROXIES", value("CAIRN_TRUSTED_PROXIES", ""));
        } catch (Invalid e) {
            throw wrong(
                    "CAIRN_TRUSTED_PROXIES", "addresses or networks like 127.0.0.1 or 10.0.0.0/8, separated by commas");
        }
    }

    private Duration draining() {
        return Duration.ofSeconds(number("CAIRN_DRAIN_SECONDS", 0, 0, DRAIN_SECONDS_MAX));
    }

    /** Returns whether logs are JSON Lines on the standard output, instead of text in a file. */
    boolean logsJson() {
        return switch (value("CAIRN_LOG_FORMAT", "text")) {
            case "json" -> true;
            case "text" -> false;
            default -> throw wrong("CAIRN_LOG_FORMAT", "text or json");
        };
    }

    private HttpLimits limits() {
        HttpLimits standard = HttpLimits.DEFAULT;
        int bodyMaxBytes = (int) number("CAIRN_BODY_MAX_BYTES", standard.bodyMaxBytes(), BODY_MIN_BYTES, 1 << 30);
        long inFlight = HttpLimits.bodiesInFlight(bodyMaxBytes);
        return new HttpLimits(
                bodyMaxBytes,
                number("CAIRN_IMPORT_MAX_BYTES", standard.importMaxBytes(), BODY_MIN_BYTES, IMPORT_MAX_BYTES),
                (int) number("CAIRN_REQUEST_LINE_MAX_BYTES", standard.requestLineMaxBytes(), HEAD_MIN_BYTES, 1 << 20),
                (int) number("CAIRN_HEADERS_MAX_BYTES", standard.headersMaxBytes(), HEAD_MIN_BYTES, 1 << 20),
                number("CAIRN_BODIES_IN_FLIGHT_MAX_BYTES", inFlight, bodyMaxBytes, IN_FLIGHT_MAX_BYTES),
                (int) number("CAIRN_JSON_DEPTH_MAX", standard.jsonDepthMax(), 1, JSON_DEPTH_MAX),
                seconds("CAIRN_REQUEST_TIMEOUT_SECONDS", standard.requestTimeout()),
                seconds("CAIRN_STALL_TIMEOUT_SECONDS", standard.stallTimeout()));
    }

    private Duration seconds(String name, Duration standard) {
        return Duration.ofSeconds(number(name, standard.toSeconds(), 1, REQUEST_SECONDS_MAX));
    }

    private long number(String name, long standard, long min, long max) {
        String text = value(name, String.valueOf(standard));
        boolean digits = text.length() <= DIGITS_MAX && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = digits ? Long.parseLong(text) : -1;
        if (number < min || number > max) {
            throw wrong(name, "a whole number, %d to %d".formatted(min, max));
        }
        return number;
    }

    private String value(String name, String standard) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? standard : value.strip();
    }

    private static Invalid wrong(String name, String expected) {
        return Invalid.of(ErrorCode.FORMAT, name, "%s must be %s".formatted(name, expected));
    }
}
