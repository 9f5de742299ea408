package dev.cairn.domain.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Guarded;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Stores tasks with what they depend on. A use case finds the task or its ticket with an access before it calls the
 * methods without one.
 */
public interface TaskRepository extends Guarded<Task> {
    /** Finds a live task. Answers empty when there is none or it is deleted. */
    Optional<Task> find(Id<Task> id);

    /** Answers the live tasks of a ticket in their order (R31). */
    List<Task> findByTicket(Id<Ticket> ticket);

    /**
     * Answers the first live tasks of each of these tickets, by ticket and order, up to a limit for all of them
     * together; tasks of tickets that the caller may not see are left out.
     */
    List<Task> findFirst(Access access, Collection<Id<Ticket>> tickets, FirstTasks wanted, int most);

    /** Answers the live tasks of these tickets, by ticket and order. */
    List<Task> findByTickets(Collection<Id<Ticket>> tickets);

    /** Inserts tasks with their dependencies. */
    void insertAll(List<Task> tasks);

    /** Stores a changed task with its dependencies. */
    void update(Task task);

    /** Stores changed tasks of one ticket together. */
    void updateAll(List<Task> tasks);

    /** Stamps the task with this deletion (R5), and moves those behind it up (R31). */
    void delete(Task task, Deletion deletion);

    /** Stamps the live tasks of a ticket with its deletion (R5). */
    void deleteByTicket(Id<Ticket> ticket, Deletion deletion);

    /** Stamps the live tasks of a project with its deletion (R5). */
    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Brings back exactly the tasks that this deletion took (R5). */
    void restore(Deletion deletion);

    /**
     * Finds a live task.
     *
     * @throws NotFound {@code not_found} when there is none or it is deleted
     */
    default Task require(Id<Task> id) {
        return find(id).orElseThrow(() -> NotFound.of("task", id));
    }
}
