package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.jdbc.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The store of claims. */
@Singleton
final class ClaimStore implements ClaimRepository {
    private static final String SELECT = "SELECT " + ClaimRow.COLUMNS + " FROM queue_claims WHERE ";

    private final ClaimRows rows;
    private final ClaimMapper mapper;
    private final Sql sql;

    ClaimStore(ClaimRows rows, ClaimMapper mapper, Sql sql) {
        this.rows = rows;
        this.mapper = mapper;
        this.sql = sql;
    }

    @Override
    public Optional<Claim> find(Id<Claim> id) {
        return sql.row(ClaimRow.class, SELECT + "id = ?", id).map(mapper::toDomain);
    }

    @Override
    public void insert(Claim claim) {
        try {
            rows.save(mapper.toRow(claim));
        } catch (RuntimeException e) {
            throw Errors.translate(e);
        }
    }

    @Override
    public void update(Claim claim) {
        try {
            rows.update(mapper.toRow(claim));
        } catch (RuntimeException e) {
            throw Errors.translate(e);
        }
    }

    @Override
    public Optional<Claim> findPrevious(Id<QueueItem> item, long token) {
        return sql.row(
                        ClaimRow.class,
                        SELECT + "item_id = ? AND fencing_token < ? ORDER BY fencing_token DESC LIMIT 1",
                        item,
                        token)
                .map(mapper::toDomain);
    }
}
