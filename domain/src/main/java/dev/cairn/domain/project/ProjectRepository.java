package dev.cairn.domain.project;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.GuardedList;
import dev.cairn.domain.access.GuardedRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of projects. */
public interface ProjectRepository extends GuardedRepository<Project>, GuardedList<ProjectFilter, Project> {
    Set<String> SORTS = Set.of("key", "name", "validationScore", "createdAt", "updatedAt");

    /** Live projects that this user owns and that are not archived, by age (R17). */
    List<Project> findOwnedBy(Id<User> owner);

    /**
     * Stores the new owner if {@code from} is the owner still, by one conditional update (R21).
     *
     * @return the project as it is stored; empty when {@code from} does not own it any more
     */
    Optional<Project> changeOwner(Project transferred, Id<User> from);

    /** Gives out {@code count} consecutive ticket numbers, never the same twice (R32); answers the first. */
    int takeTicketNumbers(Id<Project> project, int count);

    /** The number that the next ticket gets (R32). */
    int nextTicketNumber(Id<Project> project);

    /** Raises the counter so that {@code number} is never given out again: an import brought it along. */
    void reserveTicketNumber(Id<Project> project, int number);

    /**
     * Stores that these were archived, by one statement, and raises their versions.
     *
     * @throws dev.cairn.domain.error.Unavailable when one of them has another version: it was not read in this transaction
     */
    void updateArchived(List<Project> archived);

    /** Live projects, not archived, in which the caller has this right, by key. */
    List<Project> findOpen(Access access, int limit);

    /** Live projects that the caller may see by status, those without any included, by one query (R23). */
    List<StatusStatistics> statistics(Access access);

    /** As {@link #require(Access, Id)}, by id or key. */
    Project require(Access access, ProjectRef ref);

    /** As {@link #requireAny(Access, Id)}, by id or key. */
    Project requireAny(Access access, ProjectRef ref);
}
