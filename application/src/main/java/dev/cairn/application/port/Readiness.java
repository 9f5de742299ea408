package dev.cairn.application.port;

import dev.cairn.domain.error.Unavailable;
import java.util.Optional;

/** Whether the database can serve now, reads and writes. */
public interface Readiness {
    /** Why it cannot; asks the database itself, not the queue of those who wait for it, and answers within 2 s. */
    Optional<Unavailable> problem();
}
