package dev.cairn.persistence.idempotency;

import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Taken;
import dev.cairn.schema.Index;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code idempotency_keys}: an answer that a repeated request gets again. */
@MappedEntity("idempotency_keys")
@Index(name = "idempotency_keys_age", on = "created_at")
@Taken(code = ErrorCode.IDEMPOTENCY_IN_FLIGHT, message = "The same request is being answered already")
record IdempotencyKeyRow(
        @Id @References(value = User.class, onDelete = OnDelete.CASCADE)
        long callerId,

        @Id String method,
        @Id String path,
        @Id String key,
        String bodyHash,
        int status,
        String headers,
        String body,
        Instant createdAt) {
    static IdempotencyKeyRow of(IdempotencyStore.Key key, IdempotencyStore.Answer answer, Instant at) {
        return new IdempotencyKeyRow(
                key.caller().value(),
                key.method(),
                key.path(),
                key.key(),
                answer.bodyHash(),
                answer.status(),
                answer.headers(),
                answer.body(),
                at);
    }

    IdempotencyStore.Answer toAnswer() {
        return new IdempotencyStore.Answer(bodyHash, status, headers, body);
    }
}
