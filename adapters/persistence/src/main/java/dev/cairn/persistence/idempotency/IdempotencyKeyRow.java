package dev.cairn.persistence.idempotency;

import dev.cairn.domain.user.User;
import dev.cairn.persistence.schema.Index;
import dev.cairn.persistence.schema.OnDelete;
import dev.cairn.persistence.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code idempotency_keys}: an answer that a repeated request gets again. */
@MappedEntity("idempotency_keys")
@Index(name = "idempotency_keys_age", on = "created_at")
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
        Instant createdAt) {}
