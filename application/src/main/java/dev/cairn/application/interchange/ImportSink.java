package dev.cairn.application.interchange;

import dev.cairn.application.project.PlainPart;
import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Named;

/** Where a format delivers what it reads, as it reads it. What has a default only Cairn's own format has. */
public interface ImportSink {
    void ticket(ImportedTicket ticket);

    /** A ticket with what only Cairn's own format says of it. */
    default void ticket(ImportedTicket ticket, TicketExtras extras) {
        ticket(ticket);
    }

    /** A queue's definition; only Cairn's own format has it. */
    default void queue(ImportedQueue queue) {}

    /** The project itself; only Cairn's own format has it. */
    default void project(ImportedProject project) {}

    /** What is collected about the project; only Cairn's own format has it. */
    default void collected(CollectedData data) {}

    /** An artifact; only Cairn's own format has it. */
    default void artifact(ImportedArtifact artifact) {}

    /** An earlier revision of the artifact that came last, oldest first. */
    default void revision(ImportedRevision revision) {}

    /** The last validation. */
    default void validation(ImportedValidation validation) {}

    /** A conversation; its messages follow. */
    default void conversation(ImportedConversation conversation) {}

    /** The next message of the conversation that came last. */
    default void message(ImportedMessage message) {}

    /** The content of something plain. */
    default <C extends Record & Named> void plain(PlainPart<C> part, C content) {}

    /** Work on a queue; it comes after all tickets. */
    default void item(ImportedItem item) {}

    /** An entry that is left out on purpose (a tombstone); links to it are problems. */
    void skipped(String externalId);

    void problem(ImportProblem problem);
}
