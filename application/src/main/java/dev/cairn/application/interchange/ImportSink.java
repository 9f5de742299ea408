package dev.cairn.application.interchange;

import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.queue.QueueContent;

/** Where a format delivers what it reads, as it reads it. */
public interface ImportSink {
    void ticket(ImportedTicket ticket);

    /** A queue's definition; only Cairn's own format has it. */
    void queue(QueueContent queue);

    /** The project's settings; only Cairn's own format has them. */
    void settings(ProjectSettings settings);

    /** An entry that is left out on purpose (a tombstone); links to it are problems. */
    void skipped(String externalId);

    void problem(ImportProblem problem);
}
