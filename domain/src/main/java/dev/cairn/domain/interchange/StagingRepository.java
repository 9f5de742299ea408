package dev.cairn.domain.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Stores imports at work (I4). The import that owns a staging calls it, and after a crash whoever cleans up. A step
 * with a limit takes that many tickets at most; the caller repeats it until it answers none.
 */
public interface StagingRepository {
    /** Stores that an import begins. */
    void insert(Staging staging);

    /** Stores that the import is alive now. */
    void beat(Id<Staging> id, Instant now);

    /**
     * Stores that everything has been stored: from now on the import's tickets are shown, and not undone, even after a
     * crash.
     */
    void commit(Id<Staging> id, Instant now);

    /** Removes the staging of an import that has ended. */
    void delete(Id<Staging> id);

    /** Answers the imports that have given no sign of life since this moment. */
    List<Staging> findSilent(Instant since);

    /** Shows hidden tickets of the import, and answers their keys by id. */
    Map<Id<Ticket>, String> reveal(Staging staging, int limit);

    /** Opens tickets that were shown, so that work on them may begin, and answers how many. */
    int release(Staging staging, int limit);

    /** Removes tickets that were not shown yet, with all that hangs on them, and answers how many. */
    int discard(Staging staging, int limit);
}
