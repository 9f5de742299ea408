package dev.cairn.domain.memory;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.kernel.Archived;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Repository;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores memories and what they are to one another. A use case finds the agent or the project before it calls this. */
public interface MemoryRepository extends Repository<Memory>, Listed<MemoryRepository.Filter, Memory> {
    Set<String> SORTS = Set.of("createdAt", "updatedAt", "score");

    /** Which memories a list shows: of one agent, or of one project. */
    record Filter(
            @Nullable Id<Agent> agentId, @Nullable Id<Project> projectId, List<MemoryType> types, Archived archived) {}

    /** Answers the newest live ones, not archived, of an agent and of a project together. */
    List<Memory> findNewest(@Nullable Id<Agent> agent, @Nullable Id<Project> project, int limit);

    /** Counts a reading of each, by one statement (R48). */
    void accessed(Collection<Id<Memory>> memories, Instant now);

    /** Answers those that nobody needs: created before a time, of a low score, and not critical (R48). */
    List<Memory> findPrunable(
            @Nullable Id<Agent> agent, @Nullable Id<Project> project, Instant before, double score, int limit);

    /** Archives them by one statement. */
    void archiveAll(Collection<Id<Memory>> memories, Instant now);

    /** Stores what a memory is to another; again for another kind. */
    void relate(Id<MemoryRelation> id, MemoryRelation relation);

    /** False when there was no such relation. */
    boolean unrelate(Id<Memory> from, Id<Memory> to);

    /** Finds the live memory of a project that says exactly this, the oldest of several. */
    Optional<Memory> findSaying(Id<Project> project, String content);

    /** Answers what live memories of a project are to one another. */
    List<MemoryRelation> relationsIn(Id<Project> project);

    /** Answers the relations of a memory, in both directions. */
    List<MemoryRelation> relationsOf(Id<Memory> memory);
}
