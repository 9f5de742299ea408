package dev.cairn.application.interchange;

import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes Cairn's own JSON Lines, one entry a line; what it writes, the format {@code cairn} reads. */
public interface ExportWriter {
    void project(OutputStream out, Project project, ProjectSettings settings, int nextNumber) throws IOException;

    void collected(OutputStream out, CollectedData data) throws IOException;

    void validation(OutputStream out, ImportedValidation validation) throws IOException;

    void artifact(OutputStream out, ImportedArtifact artifact) throws IOException;

    /** An earlier revision of the artifact that was written last, oldest first. */
    void revision(OutputStream out, ImportedRevision revision) throws IOException;

    void conversation(OutputStream out, ImportedConversation conversation) throws IOException;

    void message(OutputStream out, ImportedMessage message) throws IOException;

    void queue(OutputStream out, ImportedQueue queue) throws IOException;

    /** The content of something plain, under the name of its kind. */
    void plain(OutputStream out, String kind, Record content) throws IOException;

    /** External ids in it are Cairn's own ids; all links are outgoing. */
    void ticket(OutputStream out, ImportedTicket ticket, TicketExtras extras) throws IOException;

    void item(OutputStream out, ImportedItem item) throws IOException;

    /** What does not travel, and how much of it there is. */
    void left(OutputStream out, Map<String, Integer> left) throws IOException;
}
