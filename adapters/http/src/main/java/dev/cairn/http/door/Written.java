package dev.cairn.http.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.application.idempotency.IdempotencyService.Given;
import dev.cairn.application.idempotency.IdempotencyStore;
import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A serialized answer. */
@SuppressWarnings("ArrayRecordComponent") // sent as it is, and never compared
record Written(int status, Map<String, String> headers, byte[] body) {
    private static final String ATTRIBUTE = "cairn.written";

    /** Answers the request with this, whatever its route answers. */
    void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Written> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Written.class);
    }

    static Written of(Given given) {
        Map<String, String> headers = new LinkedHashMap<>();
        given.answer()
                .headers()
                .lines()
                .map(line -> line.split(": ", 2))
                .forEach(pair -> headers.put(pair[0], pair[1]));
        if (given.replayed()) {
            headers.put("Idempotency-Replayed", "true");
        }
        return new Written(
                given.answer().status(), headers, given.answer().body().getBytes(UTF_8));
    }

    IdempotencyStore.Answer kept(String bodyHash) {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        return new IdempotencyStore.Answer(bodyHash, status, lines, new String(body, UTF_8));
    }
}
