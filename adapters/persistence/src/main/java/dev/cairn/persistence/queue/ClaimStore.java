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
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The store of claims. */
@Store
abstract class ClaimStore implements ClaimRepository, GenericRepository<ClaimRow, Long> {
    private final ClaimMapper mapper;
    private final SharedSql sql;
    private final ClaimList list;
    private final GuardedFinder<Claim> finder;

    ClaimStore(ClaimMapper mapper, SharedSql sql) {
        this.mapper = mapper;
        this.sql = sql;
        this.list = new ClaimList(mapper, sql);
        this.finder = sql.finder(
                ClaimRow.class,
                "claim",
                "q.project_id",
                mapper::toDomain,
                "queue_items i",
                "i.id = r.item_id",
                "queues q",
                "q.id = i.queue_id");
    }

    abstract Optional<ClaimRow> findById(long id);

    @Query("""
            SELECT c.* FROM queue_claims c WHERE c.item_id = :item AND c.fencing_token < :token
             ORDER BY c.fencing_token DESC LIMIT 1
            """)
    abstract Optional<ClaimRow> findBefore(Id<QueueItem> item, long token);

    @Query("""
            UPDATE queue_claims
               SET heartbeat_at = :heartbeatAt, progress_percent = :progressPercent, progress_text = :progressText,
                   ended_at = :endedAt, outcome = :outcome, note = :note, error = :error, item_status = :itemStatus,
                   retry_at = :retryAt
             WHERE id = :id
            """)
    abstract void change(ClaimRow row);

    @Override
    public Optional<Claim> find(Id<Claim> id) {
        return findById(id.value()).map(this::read);
    }

    @Override
    public Claim require(Access access, Id<Claim> id) {
        return finder.require(access, "r.id = ?", id);
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
        change(ReadBack.row(claim, mapper::toRow, mapper::toDomain));
    }

    @Override
    public Optional<Claim> findPrevious(Id<QueueItem> item, long token) {
        return findBefore(item, token).map(this::read);
    }

    private Claim read(ClaimRow row) {
        return Errors.reading(row, mapper::toDomain);
    }
}
