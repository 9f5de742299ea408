package dev.cairn.http;

import java.time.Duration;

/**
 * What one request may take; all of them can be set, within bounds in which the server still works.
 *
 * @param bodyMaxBytes the body of everything but an import; longer ones are a 413
 * @param importMaxBytes the body of an import
 * @param requestLineMaxBytes path and query; longer ones are a 414
 * @param headersMaxBytes all headers together; more are a 431
 * @param jsonDepthMax levels of objects and lists in a body
 * @param requestTimeout from a request's first byte to the first byte of its answer; an import is given that long from one
 *     part of its body to the next
 */
public record HttpLimits(
        int bodyMaxBytes,
        long importMaxBytes,
        int requestLineMaxBytes,
        int headersMaxBytes,
        int jsonDepthMax,
        Duration requestTimeout) {
    private static final int MEGABYTE = 1024 * 1024;

    /** reliability.md, "Security of a server on localhost". */
    public static final HttpLimits DEFAULT =
            new HttpLimits(10 * MEGABYTE, 1024L * MEGABYTE, 16 * 1024, 16 * 1024, 64, Duration.ofSeconds(30));
}
