package dev.cairn.domain.interchange;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores imports at work (I4). The import that owns a staging calls it, and after a crash whoever cleans up. A step
 * with a limit takes that many tickets at most; the caller repeats it until it answers none.
 */
public interface StagingRepository {
    /** Stores that an import begins. */
    void insert(Staging staging);

    /** Finds an import at work; empty when it has ended. */
    Optional<Staging> find(Id<Staging> id);

    /** Stores that the import is alive now, and answers how many: none when it has ended, or is being undone. */
    int beat(Id<Staging> id, Instant now);

    /**
     * Stores that everything has been stored: from now on the import's tickets are shown, and not undone, even after a
     * crash. Answers how many: none when the import has ended, or is being undone.
     */
    int commit(Id<Staging> id, Instant now);

    /**
     * Stores that the import is being undone, unless everything has been stored or it gave a sign of life since this
     * moment, and answers how many. It gives no sign of life any more.
     */
    int undo(Id<Staging> id, Instant since);

    /** Removes the staging of an import that has ended. */
    void delete(Id<Staging> id);

    /** Answers the imports that have given no sign of life since this moment. */
    List<Staging> findSilent(Instant since);

    /** Whether one of these tickets is hidden by an import that is at work, or has died. */
    boolean hides(Collection<Id<Ticket>> tickets);

    /** Shows hidden tickets of the import, and answers their keys by id. */
    Map<Id<Ticket>, String> reveal(Staging staging, int limit);

    /** Hands hidden tickets of the import over to the deletion of their project, whose restore shows them, and answers their keys by id. */
    Map<Id<Ticket>, String> bury(Staging staging, Deletion deletion, int limit);

    /** Opens tickets that were shown, so that work on them may begin, and answers how many. */
    int release(Staging staging, int limit);

    /** Removes tickets that were not shown yet, with all that hangs on them, and answers how many. */
    int discard(Staging staging, int limit);
}
