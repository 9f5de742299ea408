package dev.cairn.application.port;

import java.time.Instant;
import java.util.Optional;

/** The database's record of time (P5). */
public interface StoredTime {
    /** Answers the newest time stored, from which a server's clock continues. */
    Optional<Instant> newest();

    /** Answers the clock that all servers on the database share; empty where only one process can have it open. */
    Optional<Instant> shared();

    /**
     * Extends what lasts a length of time (leases, sessions, remembered answers), so that it has as much left after a leap
     * as before. Nothing gets more than its whole length, so that two servers may both do it. What ends at a date that
     * somebody named stays.
     */
    void extend(Instant from, Instant to);

    /**
     * Extends as {@link #extend} does, where other servers share this time and may have been awake, for which nothing
     * leapt: only leases whose holders were not heard of since. Sessions and stored answers, which others use
     * meanwhile, end on time.
     */
    void extendUnheard(Instant from, Instant to);
}
