package dev.cairn.persistence.idempotency;

import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.persistence.jdbc.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The store of answers that repeated requests get again. */
@Singleton
final class SqlIdempotencyStore implements IdempotencyStore {
    private static final String FIND = """
            SELECT body_hash, status, headers, body FROM idempotency_keys
             WHERE caller_id = ? AND method = ? AND path = ? AND key = ?
            """;
    private static final String INSERT = """
            INSERT INTO idempotency_keys (caller_id, method, path, key, body_hash, status, headers, body, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;

    SqlIdempotencyStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Answer> find(Key key) {
        return sql
                .query(
                        FIND,
                        row -> new Answer(
                                row.text("body_hash"),
                                Math.toIntExact(row.integer("status")),
                                row.text("headers"),
                                row.text("body")),
                        key.caller(),
                        key.method(),
                        key.path(),
                        key.key())
                .stream()
                .findFirst();
    }

    @Override
    public void insert(Key key, Answer answer, Instant at) {
        sql.update(
                INSERT,
                key.caller(),
                key.method(),
                key.path(),
                key.key(),
                answer.bodyHash(),
                answer.status(),
                answer.headers(),
                answer.body(),
                at);
    }

    @Override
    public int deleteBefore(Instant moment) {
        return sql.update("DELETE FROM idempotency_keys WHERE created_at < ?", moment);
    }
}
