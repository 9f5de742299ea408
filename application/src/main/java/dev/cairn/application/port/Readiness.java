package dev.cairn.application.port;

import dev.cairn.domain.error.Unavailable;
import java.util.Optional;

/** Checks whether the database can serve reads and writes now. */
public interface Readiness {
    /**
     * Answers the reason why it cannot; empty when it can. It asks the database itself, not the queue of waiting
     * requests, within 2 s.
     */
    Optional<Unavailable> problem();
}
