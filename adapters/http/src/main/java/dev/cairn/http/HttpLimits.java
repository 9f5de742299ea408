package dev.cairn.http;

import java.time.Duration;

/**
 * The limits of one request; all of them can be set, within bounds in which the server still works.
 *
 * @param bodyMaxBytes the body of everything but an import; longer ones are a 413
 * @param importMaxBytes the body of an import
 * @param requestLineMaxBytes path and query; longer ones are a 414
 * @param headersMaxBytes all headers together; more are a 431
 * @param bodiesInFlightMaxBytes all bodies together that are kept whole, of all connections, until they are answered; beyond
 *     it a body is refused before it is read. At least one body of the largest size fits
 * @param jsonDepthMax levels of objects and lists in a body
 * @param requestTimeout from a request's first byte to the first byte of its answer; an import is given that long from one
 *     part of its body to the next
 * @param stallTimeout an answer of which the client takes nothing for so long ends, and the connection with it
 */
public record HttpLimits(
        int bodyMaxBytes,
        long importMaxBytes,
        int requestLineMaxBytes,
        int headersMaxBytes,
        long bodiesInFlightMaxBytes,
        int jsonDepthMax,
        Duration requestTimeout,
        Duration stallTimeout) {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int BODY_MAX_BYTES = 10 * MEGABYTE;
    /** JSON that was read takes up to 25 times the bytes of its text: {@code {"a":0}} is a map of its own. */
    private static final int HEAP_PER_BODIES = 40;

    /** Holds where no setting says otherwise ({@code docs/guides/security.md}). */
    public static final HttpLimits DEFAULT = new HttpLimits(
            BODY_MAX_BYTES,
            1024L * MEGABYTE,
            16 * 1024,
            16 * 1024,
            bodiesInFlight(BODY_MAX_BYTES),
            64,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    /** Answers how many bytes of bodies this JVM's heap allows at once. */
    public static long bodiesInFlight(int bodyMaxBytes) {
        return Math.max(bodyMaxBytes, Runtime.getRuntime().maxMemory() / HEAP_PER_BODIES);
    }
}
