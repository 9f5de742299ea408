package dev.cairn.persistence.queue;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimRepository;
import dev.cairn.domain.queue.ClaimView;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.ReadBack;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The store of claims. */
@Singleton
final class ClaimStore implements ClaimRepository {
    private static final String UPDATE = """
            UPDATE queue_claims
               SET heartbeat_at = ?, progress_percent = ?, progress_text = ?, ended_at = ?, outcome = ?, note = ?,
                   error = ?, item_status = ?, retry_at = ?
             WHERE id = ?
            """;

    private final ClaimMapper mapper;
    private final ClaimList list;
    private final Sql sql;
    private final String select;
    private final GuardedFinder<Claim> finder;

    ClaimStore(ClaimMapper mapper, Sql sql) {
        this.mapper = mapper;
        this.list = new ClaimList(mapper, sql);
        this.sql = sql;
        this.select = "SELECT " + sql.type(ClaimRow.class).select("c") + " FROM queue_claims c WHERE ";
        this.finder = new GuardedFinder<>(
                sql,
                "claim",
                sql.type(ClaimRow.class).select("c"),
                "queue_claims c" + sql.engine().join("queue_items i", "i.id = c.item_id")
                        + sql.engine().join("queues q", "q.id = i.queue_id"),
                "q.project_id",
                row -> mapper.toDomain(row.as(ClaimRow.class)));
    }

    @Override
    public Optional<Claim> find(Id<Claim> id) {
        return sql.first(select + "id = ?", row -> mapper.toDomain(row.as(ClaimRow.class)), id);
    }

    @Override
    public Claim require(Access access, Id<Claim> id) {
        return finder.require(access, "c.id = ?", id);
    }

    @Override
    public Page<ClaimView> page(Access access, ClaimFilter filter, PageRequest request) {
        return list.page(access, filter, request);
    }

    @Override
    public void insert(Claim claim) {
        sql.insertAll(ClaimRow.class, List.of(ReadBack.row(claim, mapper::toRow, mapper::toDomain)));
    }

    @Override
    public void update(Claim claim) {
        ClaimRow row = ReadBack.row(claim, mapper::toRow, mapper::toDomain);
        sql.update(
                UPDATE,
                row.heartbeatAt(),
                row.progressPercent(),
                row.progressText(),
                row.endedAt(),
                row.outcome(),
                row.note(),
                row.error(),
                row.itemStatus(),
                row.retryAt(),
                row.id());
    }

    @Override
    public Optional<Claim> findPrevious(Id<QueueItem> item, long token) {
        return sql.first(
                select + "item_id = ? AND fencing_token < ? ORDER BY fencing_token DESC LIMIT 1",
                row -> mapper.toDomain(row.as(ClaimRow.class)),
                item,
                token);
    }
}
