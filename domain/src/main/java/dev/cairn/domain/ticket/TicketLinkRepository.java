package dev.cairn.domain.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.Collection;
import java.util.List;

/**
 * Stores links between tickets. A use case finds both tickets with an access before it calls the methods without one.
 */
public interface TicketLinkRepository {
    /**
     * Inserts a link.
     *
     * @return false when it is there already, a symmetric one also the other way round
     */
    boolean insert(TicketLink link);

    /** Inserts links; those that are there already stay as they are. */
    void insertAll(List<TicketLink> links);

    /**
     * Removes a link, a symmetric one whichever way round it is stored.
     *
     * @return false when there was none
     */
    boolean delete(TicketLink link);

    /**
     * Answers the links of a ticket in both directions, by kind and key. Links with deleted tickets, and with those
     * that the caller may not see, are left out.
     */
    List<LinkedTicket> findByTicket(Access access, Id<Ticket> ticket);

    /** Answers the links that go from these tickets to live ones that the caller may see: exports call this. */
    List<TicketLink> findFrom(Access access, Collection<Id<Ticket>> tickets);

    /** Answers the links between these tickets and live ones, in both directions. */
    List<TicketLink> findTouching(Collection<Id<Ticket>> tickets);

    /**
     * Answers all links of one kind between tickets of a project, deleted ones too: these can be restored, and a circle
     * through them is one.
     */
    List<TicketLink> findByProject(Id<Project> project, LinkKind kind);

    /**
     * Answers what each of these tickets waits for in the tree of tickets: its blockers, those of its ancestors, and
     * its open children (Q20).
     */
    List<WaitsFor> findWaits(Collection<Id<Ticket>> tickets);

    /** Answers whether something unfinished blocks the ticket or one of its ancestors (Q20). */
    boolean isBlocked(Id<Ticket> ticket);

    /** Answers whether a path of {@code blocks} links leads from one ticket to the other, also through deleted ones. */
    boolean blocksTransitively(Id<Ticket> from, Id<Ticket> to);
}
