package dev.cairn.persistence.idempotency;

import dev.cairn.application.idempotency.IdempotencyStore;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** The store of answers that repeated requests get again. */
@Store
abstract class SqlIdempotencyStore implements IdempotencyStore, GenericRepository<IdempotencyKeyRow, Object> {
    abstract Optional<IdempotencyKeyRow> findByCallerIdAndMethodAndPathAndKey(
            long callerId, String method, String path, String key);

    abstract IdempotencyKeyRow save(IdempotencyKeyRow row);

    @Override
    @Query("""
            DELETE FROM idempotency_keys WHERE (caller_id, method, path, key) IN (
                SELECT k.caller_id, k.method, k.path, k.key FROM idempotency_keys k
                 WHERE k.created_at < :moment ORDER BY k.created_at LIMIT :limit)
            """)
    public abstract int deleteBefore(Instant moment, int limit);

    @Override
    public Optional<Answer> find(Key key) {
        return findByCallerIdAndMethodAndPathAndKey(key.caller().value(), key.method(), key.path(), key.key())
                .map(IdempotencyKeyRow::toAnswer);
    }

    @Override
    public void insert(Key key, Answer answer, Instant at) {
        save(IdempotencyKeyRow.of(key, answer, at));
    }
}
