package dev.cairn.http.door;

import dev.cairn.domain.kernel.Lifecycle;
import java.util.Map;

/**
 * A root, with its version as the ETag: a read that names this version is answered 304, without a body.
 *
 * @param whole whether it is sent all the same, as it says what changes while the version stays
 */
public record Versioned<T>(T body, String etag, boolean whole) implements Answer<T> {
    public static <T> Versioned<T> of(T body, Lifecycle lifecycle) {
        return new Versioned<>(body, Answer.etag(lifecycle), false);
    }

    /** Answers a body that may change while its version stays, as one with counts does. */
    public static <T> Versioned<T> whole(T body, Lifecycle lifecycle) {
        return new Versioned<>(body, Answer.etag(lifecycle), true);
    }

    /** Answers a held root. Its ETag differs from that of the same version unheld, as a claim ends without a new version. */
    public static <T> Versioned<T> held(T body, Lifecycle lifecycle) {
        return new Versioned<>(body, Answer.etagOfHeld(lifecycle), true);
    }

    @Override
    public int status() {
        return 200;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("ETag", etag);
    }
}
