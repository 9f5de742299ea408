package dev.cairn.application.port;

import dev.cairn.domain.error.Unavailable;
import java.util.Optional;

/** Says whether the database can serve reads and writes now. */
public interface Readiness {
    /** Answers why it cannot. It asks the database itself, not the queue of those who wait for it, and answers within 2 s. */
    Optional<Unavailable> problem();
}
