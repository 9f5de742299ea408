package dev.cairn.application.interchange;

import dev.cairn.domain.collected.CollectedData;

/** Where a format delivers what it reads, as it reads it. */
public interface ImportSink {
    void ticket(ImportedTicket ticket);

    /** A queue's definition; only Cairn's own format has it. */
    void queue(ImportedQueue queue);

    /** The project itself; only Cairn's own format has it. */
    void project(ImportedProject project);

    /** What is collected about the project; only Cairn's own format has it. */
    void collected(CollectedData data);

    /** An artifact; only Cairn's own format has it. */
    void artifact(ImportedArtifact artifact);

    /** An entry that is left out on purpose (a tombstone); links to it are problems. */
    void skipped(String externalId);

    void problem(ImportProblem problem);
}
