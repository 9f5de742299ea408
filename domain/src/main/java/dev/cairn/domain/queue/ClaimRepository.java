package dev.cairn.domain.queue;

import dev.cairn.domain.access.Guarded;
import dev.cairn.domain.access.GuardedList;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import java.util.Optional;
import java.util.Set;

/** The store of claims: the history of who held what. */
public interface ClaimRepository extends Guarded<Claim>, GuardedList<ClaimFilter, ClaimView> {
    Set<String> SORTS = Set.of("claimedAt");

    Sort NEWEST = Sort.by(Sort.desc("claimedAt"));

    Optional<Claim> find(Id<Claim> id);

    void insert(Claim claim);

    void update(Claim claim);

    /** The claim with the highest token below {@code token}: the previous holder of the item. */
    Optional<Claim> findPrevious(Id<QueueItem> item, long token);

    default Claim require(Id<Claim> id) {
        return find(id).orElseThrow(() -> NotFound.of("claim", id));
    }
}
