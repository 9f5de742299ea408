package dev.cairn.domain.project;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.GuardedList;
import dev.cairn.domain.access.GuardedRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores projects. */
public interface ProjectRepository extends GuardedRepository<Project>, GuardedList<ProjectFilter, Project> {
    Set<String> SORTS = Set.of("key", "name", "validationScore", "createdAt", "updatedAt");

    /**
     * Answers the live, unarchived projects that this user owns, oldest first: deactivating a user calls this (R17).
     */
    List<Project> findOwnedBy(Id<User> owner);

    /**
     * Stores the new owner by one update that holds only while {@code from} owns the project (R21).
     *
     * @return the project as it is stored; empty when {@code from} does not own it any more
     * @throws dev.cairn.domain.error.Conflict {@code name_taken} when the new owner has a project of this name
     */
    Optional<Project> changeOwner(Project transferred, Id<User> from);

    /** Takes {@code count} consecutive ticket numbers that were never taken before, and answers the first (R32). */
    int takeTicketNumbers(Id<Project> project, int count);

    /** Answers the number that the next ticket gets, and takes none (R32). */
    int nextTicketNumber(Id<Project> project);

    /** Raises the counter to {@code number}, which an import brought along, so that it is not given out again. */
    void reserveTicketNumber(Id<Project> project, int number);

    /**
     * Stores by one statement that these projects were archived, and raises their versions.
     *
     * @throws dev.cairn.domain.error.Unavailable {@code busy} when one of them has another version than this
     *     transaction read
     */
    void updateArchived(List<Project> archived);

    /** Answers live, unarchived projects in which the caller has this right, by key, {@code limit} at most. */
    List<Project> findOpen(Access access, int limit);

    /** Counts the live projects that the caller may see by status, with a row for each status, by one query (R23). */
    List<StatusStatistics> statistics(Access access);

    /** Finds a live project by id or key. Fails as {@link #require(Access, Id)} does. */
    Project require(Access access, ProjectRef ref);

    /** Finds a project, live or deleted, by id or key. Fails as {@link #requireAny(Access, Id)} does. */
    Project requireAny(Access access, ProjectRef ref);
}
