package dev.cairn.domain.interchange;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The store of imports at work. Each step takes a bounded number of tickets and is repeated until it finds none. */
public interface StagingRepository {
    void insert(Staging staging);

    /** The import is alive. */
    void beat(Id<Staging> id, Instant now);

    /** Everything is stored: from now on it is shown, also after a crash. */
    void commit(Id<Staging> id, Instant now);

    void delete(Id<Staging> id);

    /** Those that have not been alive since. */
    List<Staging> findSilent(Instant since);

    /** Shows some tickets; answers their ids and keys. */
    Map<Id<Ticket>, String> reveal(Staging staging, int limit);

    /** Opens some of the tickets that were shown; answers how many. */
    int release(Staging staging, int limit);

    /** Removes some tickets that were not shown yet, with all that hangs on them; answers how many. */
    int discard(Staging staging, int limit);
}
