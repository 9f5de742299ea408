package dev.cairn.domain.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.GuardedRepository;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store of tickets. */
public interface TicketRepository extends GuardedRepository<Ticket>, Listed<TicketFilter, TicketSummary> {
    Set<String> SORTS = Set.of("number", "priority", "position", "createdAt", "updatedAt");
    /** The order in which work is handed out (Q2, Q15). */
    Sort CLAIM_ORDER = Sort.by(Sort.desc("priority"), Sort.asc("position"), Sort.asc("createdAt"));

    /** As {@link #require(Access, Id)}, by id or key. */
    Ticket require(Access access, TicketRef ref);

    /** As {@link #requireAny(Access, Id)}, by id or key. */
    Ticket requireAny(Access access, TicketRef ref);

    /** The ticket, its live tasks and the caller's role by one query (R33). */
    TicketWithTasks requireWithTasks(Access access, TicketRef ref);

    /** The ticket and its live tasks by one query (R33). */
    Optional<TicketWithTasks> findWithTasks(Id<Ticket> id);

    /** As {@link #findWithTasks}, of the ticket that has this live task. */
    Optional<TicketWithTasks> findWithTasksByTask(Id<Task> task);

    /** Who holds each of these tickets, of those that are held (Q24). */
    Map<Id<Ticket>, ClaimedBy> findHolders(Collection<Id<Ticket>> ids);

    /** A page of tickets with their live tasks, by one query. */
    Page<TicketWithTasks> pageWithTasks(TicketFilter filter, PageRequest request);

    /**
     * Stores what moves when work goes on, status, its times and the version, and leaves the content alone: a third of
     * the time of {@link #update}.
     *
     * @throws dev.cairn.domain.error.Unavailable as {@link #update}
     */
    Ticket updateState(Ticket ticket);

    /** Live tickets among these that the caller may see, in no order. */
    List<Ticket> findAll(Access access, Collection<Id<Ticket>> ids);

    /** Live tickets among these, in no order. */
    List<Ticket> findAll(Collection<Id<Ticket>> ids);

    /** Live tickets of a project with a number above {@code number}, in the order of their numbers: for exports. */
    List<Ticket> findNext(Id<Project> project, int number, int limit);

    /** The parent of each live ticket of a project that has one. */
    Map<Id<Ticket>, Id<Ticket>> parents(Id<Project> project);

    /** Puts new tickets below their parents, which may have been stored after them; versions stay. */
    void adopt(Map<Id<Ticket>, Id<Ticket>> parents);

    /** Whether {@code ancestor} is {@code ticket} itself or above it in the tree of parents. */
    boolean isSelfOrAncestor(Id<Ticket> ancestor, Id<Ticket> ticket);

    /** Stamps all live tickets of a project (R5). */
    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Brings back what exactly this deletion took (R5). */
    void restoreByProject(Id<Project> project, Deletion deletion);

    default TicketWithTasks requireWithTasks(Id<Ticket> id) {
        return findWithTasks(id).orElseThrow(() -> NotFound.of(kind(), id));
    }
}
