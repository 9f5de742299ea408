package dev.cairn.application.interchange;

import dev.cairn.application.artifact.ArtifactStores;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.domain.interchange.AliasRepository;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.queue.QueueRepository;

/** The stores that an import fills. */
public record ImportStores(
        TicketStores work, QueueRepository queues, ArtifactStores artifacts, AliasRepository aliases) {
    ProjectRepository projects() {
        return work.projects();
    }
}
