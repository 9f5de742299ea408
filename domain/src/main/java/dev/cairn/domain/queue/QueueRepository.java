package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContents;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The store of queues. */
public interface QueueRepository extends ProjectContents<Queue>, Listed<QueueRepository.OfProject, Queue> {
    Set<String> SORTS = Set.of("name", "createdAt", "updatedAt");

    /** The live queues of one project. */
    record OfProject(Id<Project> projectId) {}

    /** The live queue of this name, ignoring case. */
    Optional<Queue> findByName(Id<Project> project, String name);

    /** Keeps other claims on this queue out until the transaction ends, where the engine does not already (Q2). */
    void lock(Id<Queue> queue);

    /** Depth, holders and times of a queue (Q13). */
    QueueStats stats(Id<Queue> queue, Instant now);
}
