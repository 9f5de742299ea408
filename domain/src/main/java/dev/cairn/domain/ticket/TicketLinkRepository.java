package dev.cairn.domain.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.Collection;
import java.util.List;

/** The store of links between tickets. */
public interface TicketLinkRepository {
    /** @return whether it is new; a symmetric one that is there the other way round is not */
    boolean insert(TicketLink link);

    /** As {@link #insert}, many. */
    void insertAll(List<TicketLink> links);

    /** @return whether there was one; a symmetric one goes whichever way round it is stored */
    boolean delete(TicketLink link);

    /** All links of a ticket with live tickets that the caller may see, in both directions, by kind and keys. */
    List<LinkedTicket> findByTicket(Access access, Id<Ticket> ticket);

    /** Links from any of these tickets to live ones that the caller may see: for exports. */
    List<TicketLink> findFrom(Access access, Collection<Id<Ticket>> tickets);

    /** The links between these tickets and any live ones, in both directions. */
    List<TicketLink> findTouching(Collection<Id<Ticket>> tickets);

    /** All links of one kind between live tickets of a project. */
    List<TicketLink> findByProject(Id<Project> project, LinkKind kind);

    /** What each of these tickets waits for in the tree of tickets (Q20): blockers of itself and of ancestors, open children. */
    List<WaitsFor> findWaits(Collection<Id<Ticket>> tickets);

    /** Whether something unfinished blocks the ticket or an ancestor of it (Q20). */
    boolean isBlocked(Id<Ticket> ticket);

    /** Whether a path of {@code blocks} links leads from one ticket to the other. */
    boolean blocksTransitively(Id<Ticket> from, Id<Ticket> to);
}
