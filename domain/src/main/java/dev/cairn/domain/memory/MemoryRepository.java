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

/** Stores memories and their relations. A use case finds the agent or the project before it calls this. */
public interface MemoryRepository extends Repository<Memory>, Listed<MemoryRepository.Filter, Memory> {
    Set<String> SORTS = Set.of("createdAt", "updatedAt", "score");

    /** The filter of a list: the memories of one agent, or of one project. */
    record Filter(
            @Nullable Id<Agent> agentId, @Nullable Id<Project> projectId, List<MemoryType> types, Archived archived) {}

    /**
     * Answers the newest live, unarchived memories of an agent and of a project together. With a project, those that the agent learned
     * in conversations elsewhere are left out: the project's members may not know them.
     */
    List<Memory> findNewest(@Nullable Id<Agent> agent, @Nullable Id<Project> project, int limit);

    /** Adds one access to each of these memories, by one statement (R48). */
    void accessed(Collection<Id<Memory>> memories, Instant now);

    /** Answers memories that may be pruned: created before a time, with a low score, and not critical (R48). */
    List<Memory> findPrunable(
            @Nullable Id<Agent> agent, @Nullable Id<Project> project, Instant before, double score, int limit);

    /** Archives these memories by one statement. */
    void archiveAll(Collection<Id<Memory>> memories, Instant now);

    /** Stores a relation between two memories, or its new kind. */
    void relate(Id<MemoryRelation> id, MemoryRelation relation);

    /** Removes a relation; answers false when there was none. */
    boolean unrelate(Id<Memory> from, Id<Memory> to);

    /** Finds the live memory of a project with exactly this content, the oldest of several. */
    Optional<Memory> findSaying(Id<Project> project, String content);

    /** Answers the relations between live memories of a project. */
    List<MemoryRelation> relationsIn(Id<Project> project);

    /** Answers the relations of a memory, in both directions. */
    List<MemoryRelation> relationsOf(Id<Memory> memory);
}
