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

/** The store of tasks, with what they depend on. */
public interface TaskRepository extends Guarded<Task> {
    /** A live task. */
    Optional<Task> find(Id<Task> id);

    /** Live tasks in their order (R31). */
    List<Task> findByTicket(Id<Ticket> ticket);

    /** Live tasks of those of these tickets that the caller may see, by ticket and order. */
    List<Task> findByTickets(Access access, Collection<Id<Ticket>> tickets);

    /** Live tasks of these tickets, by ticket and order. */
    List<Task> findByTickets(Collection<Id<Ticket>> tickets);

    void insertAll(List<Task> tasks);

    void update(Task task);

    /** Stores several changed tasks of one ticket. */
    void updateAll(List<Task> tasks);

    /** Stamps the task (R5) and lets those behind it move up (R31). */
    void delete(Task task, Deletion deletion);

    void deleteByTicket(Id<Ticket> ticket, Deletion deletion);

    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Brings back what exactly this deletion took (R5). */
    void restore(Deletion deletion);

    default Task require(Id<Task> id) {
        return find(id).orElseThrow(() -> NotFound.of("task", id));
    }
}
