package dev.cairn.domain.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.GuardedRepository;
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

/** Stores tickets. */
public interface TicketRepository extends GuardedRepository<Ticket>, Listed<TicketFilter, TicketSummary> {
    Set<String> SORTS = Set.of("number", "priority", "position", "createdAt", "updatedAt");
    /** The order in which work is handed out (Q2, Q15). */
    Sort CLAIM_ORDER = Sort.by(Sort.desc("priority"), Sort.asc("position"), Sort.asc("createdAt"));

    /** Finds a live ticket by id or key. Fails as {@link #require(Access, Id)} does. */
    Ticket require(Access access, TicketRef ref);

    /** Finds a ticket, live or deleted, by id or key, but none that an import still hides. Fails as {@link #requireAny(Access, Id)} does. */
    Ticket requireAny(Access access, TicketRef ref);

    /**
     * Finds a live ticket with its live tasks, as somebody, by one query (R33). Fails as {@link #require(Access, Id)}
     * does.
     */
    TicketWithTasks requireWithTasks(Access access, TicketRef ref);

    /** Finds a ticket as {@link #requireWithTasks} does, and its holder, by one query. */
    ShownTicket requireShown(Access access, TicketRef ref);

    /**
     * Finds a live ticket with its live tasks by one query (R33). Answers empty when there is none or it is deleted.
     */
    Optional<TicketWithTasks> findWithTasks(Id<Ticket> id);

    /**
     * Finds the live ticket of this live task, with all its live tasks, by one query. Answers empty when there is
     * none.
     */
    Optional<TicketWithTasks> findWithTasksByTask(Id<Task> task);

    /** Answers the holder of each of these tickets (Q24); tickets that nobody holds are left out. */
    Map<Id<Ticket>, ClaimedBy> findHolders(Collection<Id<Ticket>> ids);

    /** Answers a page of tickets with their live tasks, by one query. */
    Page<TicketWithTasks> pageWithTasks(TicketFilter filter, PageRequest request);

    /**
     * Stores status, its times and the raised version, and leaves the content alone: what moves when work goes on. It
     * takes a third of the time of {@link #update}.
     *
     * @throws dev.cairn.domain.error.Unavailable {@code busy} when the row has another version than this transaction
     *     read
     */
    Ticket updateState(Ticket ticket);

    /** Answers the live tickets among these that the caller may see, in no order. */
    List<Ticket> findAll(Access access, Collection<Id<Ticket>> ids);

    /** Answers the live tickets among these, in no order. */
    List<Ticket> findAll(Collection<Id<Ticket>> ids);

    /**
     * Answers live tickets of a project with a number above {@code number}, by number, {@code limit} at most: exports
     * call this.
     */
    List<Ticket> findNext(Id<Project> project, int number, int limit);

    /** Answers the parent of each live ticket of a project that has one. */
    Map<Id<Ticket>, Id<Ticket>> parents(Id<Project> project);

    /** Puts new tickets below their parents, which may have been stored after them. Versions stay as they are. */
    void adopt(Map<Id<Ticket>, Id<Ticket>> parents);

    /** Answers whether {@code ancestor} is {@code ticket} itself, or above it in the tree of parents. */
    boolean isSelfOrAncestor(Id<Ticket> ancestor, Id<Ticket> ticket);

    /** Stamps all live tickets of a project with its deletion (R5). */
    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Brings back exactly the tickets of a project that this deletion took (R5). */
    void restoreByProject(Id<Project> project, Deletion deletion);
}
