package dev.cairn.http;

import java.util.HashMap;
import java.util.Map;

/** The settings of the HTTP server, in one place. */
public final class HttpSettings {
    public static final String BASE = "/api/v1";
    public static final String HOST = "127.0.0.1";
    public static final int PORT_DEFAULT = 4747;
    /** The body of everything but an import. */
    public static final int BODY_MAX_BYTES = 10 * 1024 * 1024;

    public static final long IMPORT_MAX_BYTES = 1024L * 1024 * 1024;
    public static final int HEADERS_MAX_BYTES = 16 * 1024;
    /** Longer ones are a 414; the server itself cuts the connection at four times as much. */
    public static final int REQUEST_LINE_MAX_BYTES = 16 * 1024;

    private HttpSettings() {}

    /**
     * Properties for the container that runs the server.
     *
     * @param port 0 for any free one
     */
    public static Map<String, Object> of(int port) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("micronaut.server.host", HOST);
        settings.put("micronaut.server.port", port);
        settings.put("micronaut.server.max-request-size", IMPORT_MAX_BYTES);
        settings.put("micronaut.server.max-request-buffer-size", BODY_MAX_BYTES);
        settings.put("micronaut.server.netty.max-initial-line-length", 4 * REQUEST_LINE_MAX_BYTES);
        settings.put("micronaut.server.netty.max-header-size", HEADERS_MAX_BYTES);
        settings.put("micronaut.server.date-header", false);
        return settings;
    }
}
