package dev.cairn.domain.queue;

import dev.cairn.domain.access.Guarded;
import dev.cairn.domain.access.GuardedList;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import java.util.Optional;
import java.util.Set;

/** Stores claims, live and ended: the history of who held what. */
public interface ClaimRepository extends Guarded<Claim>, GuardedList<ClaimFilter, ClaimView> {
    Set<String> SORTS = Set.of("claimedAt");

    Sort NEWEST = Sort.by(Sort.desc("claimedAt"));

    /** Finds a claim, live or ended; answers empty when there never was one. */
    Optional<Claim> find(Id<Claim> id);

    /** Inserts a claim. */
    void insert(Claim claim);

    /** Stores a changed claim. The caller read it in this transaction, together with its item. */
    void update(Claim claim);

    /**
     * Answers the claim of this item with the highest token below {@code token}: that of the holder before. Empty for
     * the first.
     */
    Optional<Claim> findPrevious(Id<QueueItem> item, long token);

    /**
     * Finds a claim, live or ended.
     *
     * @throws NotFound {@code not_found} when there never was one
     */
    default Claim require(Id<Claim> id) {
        return find(id).orElseThrow(() -> NotFound.of("claim", id));
    }
}
