package dev.cairn.application.idempotency;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Optional;

/** The store of answers that a repeated request gets again. */
public interface IdempotencyStore {
    /** Names one request: per caller, method and path. */
    record Key(Id<User> caller, String method, String path, String key) {}

    /** The answer to it, and the hash of the body that it answered. */
    record Answer(String bodyHash, int status, String headers, String body) {}

    Optional<Answer> find(Key key);

    /** @throws dev.cairn.domain.error.Conflict {@code idempotency_in_flight} when somebody else stored one meanwhile */
    void insert(Key key, Answer answer, Instant at);

    /** Forgets answers stored before a moment. */
    int deleteBefore(Instant moment);
}
