package dev.cairn.domain.ticket;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Repository;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of tickets. */
public interface TicketRepository extends Repository<Ticket>, Listed<TicketFilter, TicketSummary> {
    Set<String> SORTS = Set.of("number", "priority", "position", "createdAt", "updatedAt");
    /** The order in which work is handed out (Q2, Q15). */
    Sort CLAIM_ORDER = Sort.by(Sort.desc("priority"), Sort.asc("position"), Sort.asc("createdAt"));

    Optional<Ticket> findByKey(TicketKey key);

    /** Also a deleted one. */
    Optional<Ticket> findAnyByKey(TicketKey key);

    /** The ticket and its live tasks by one query (R33). */
    Optional<TicketWithTasks> findWithTasks(TicketRef ref);

    /** A page of tickets with their live tasks, by one query. */
    Page<TicketWithTasks> pageWithTasks(TicketFilter filter, PageRequest request);

    /**
     * Stores what moves when work goes on, status, its times and the version, and leaves the content alone: a third of
     * the time of {@link #update}.
     *
     * @throws Conflict {@code stale_version}
     */
    Ticket updateState(Ticket ticket);

    /** Live tickets among these, in no order. */
    List<Ticket> findAll(Collection<Id<Ticket>> ids);

    /** Live tickets of a project with a number above {@code number}, in the order of their numbers: for exports. */
    List<Ticket> findNext(Id<Project> project, int number, int limit);

    /** Whether {@code ancestor} is {@code ticket} itself or above it in the tree of parents. */
    boolean isSelfOrAncestor(Id<Ticket> ancestor, Id<Ticket> ticket);

    /** Stamps all live tickets of a project (R5). */
    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Brings back what exactly this deletion took (R5). */
    void restoreByProject(Id<Project> project, Deletion deletion);

    default Ticket require(TicketRef ref) {
        return switch (ref) {
            case TicketRef.ById(Id<Ticket> id) -> require(id);
            case TicketRef.ByKey(TicketKey key) -> findByKey(key).orElseThrow(() -> NotFound.of(kind(), key));
        };
    }

    default Ticket requireAny(TicketRef ref) {
        return switch (ref) {
            case TicketRef.ById(Id<Ticket> id) -> requireAny(id);
            case TicketRef.ByKey(TicketKey key) -> findAnyByKey(key).orElseThrow(() -> NotFound.of(kind(), key));
        };
    }

    default TicketWithTasks requireWithTasks(TicketRef ref) {
        return findWithTasks(ref).orElseThrow(() -> NotFound.of(kind(), ref));
    }
}
