package dev.cairn.server.fuzz;

import java.util.Map;

/**
 * What was answered.
 *
 * @param headers names in lower case
 * @param cut whether it was a stream, of which the beginning was read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Heard(int status, Map<String, String> headers, byte[] body, boolean cut, long millis) {
    String type() {
        return headers.getOrDefault("content-type", "");
    }
}
