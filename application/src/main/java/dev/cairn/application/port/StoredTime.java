package dev.cairn.application.port;

import java.time.Instant;
import java.util.Optional;

/** What a database knows of time (P5). */
public interface StoredTime {
    /** The newest moment at which something happened: time goes on from there. */
    Optional<Instant> newest();

    /** The clock that all servers on the database have in common; empty where only one process can have it open. */
    Optional<Instant> shared();

    /**
     * What lasts a length of time has as much left after a leap as before: leases, sessions, remembered answers. None gets
     * more than its whole length, so that two servers may both do it. What ends at a date that somebody named stays.
     */
    void extend(Instant from, Instant to);
}
