package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.project.InProject;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Stores queues. */
public interface QueueRepository extends InProject<Queue>, Listed<QueueRepository.OfProject, Queue> {
    Set<String> SORTS = Set.of("name", "createdAt", "updatedAt");

    /** Names the project whose live queues a list shows. */
    record OfProject(Id<Project> projectId) {}

    /** Answers the live queue of this name, ignoring case; empty when there is none. */
    Optional<Queue> findByName(Id<Project> project, String name);

    /** Keeps other claims out of this queue until the transaction ends, where the engine does not do so anyway (Q2). */
    void lock(Id<Queue> queue);

    /** Counts the items of a queue by state, and answers who holds them and how long they take, by one query (Q13). */
    QueueStats stats(Id<Queue> queue, Instant now);
}
