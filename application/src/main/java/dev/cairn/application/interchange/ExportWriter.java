package dev.cairn.application.interchange;

import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectSettings;
import java.io.IOException;
import java.io.OutputStream;

/** Writes Cairn's own JSON Lines, one entry a line; what it writes, the format {@code cairn} reads. */
public interface ExportWriter {
    void project(OutputStream out, Project project, ProjectSettings settings) throws IOException;

    void collected(OutputStream out, CollectedData data) throws IOException;

    void artifact(OutputStream out, ImportedArtifact artifact) throws IOException;

    void queue(OutputStream out, ImportedQueue queue) throws IOException;

    /** External ids in it are Cairn's own ids; all links are outgoing. */
    void ticket(OutputStream out, ImportedTicket ticket) throws IOException;
}
