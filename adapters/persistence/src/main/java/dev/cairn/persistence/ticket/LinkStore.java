package dev.cairn.persistence.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.LinkedTicket;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketLink;
import dev.cairn.domain.ticket.TicketLinkRepository;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.WaitsFor;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of links between tickets. */
@Store
abstract class LinkStore implements TicketLinkRepository, GenericRepository<TicketLinkRow, Object> {
    /** A link with the keys and states of both tickets. */
    @Introspected
    record Linked(
            LinkKind kind,
            long fromId,
            String fromKey,
            TicketStatus fromStatus,
            long toId,
            String toKey,
            TicketStatus toStatus) {
        LinkedTicket toDomain() {
            return new LinkedTicket(
                    kind,
                    new Id<>(fromId),
                    TicketKey.parse(fromKey),
                    fromStatus,
                    new Id<>(toId),
                    TicketKey.parse(toKey),
                    toStatus);
        }
    }

    /** A reason why a ticket waits, as {@link Readiness#EACH} finds it. */
    @Introspected
    record Waiting(
            long ticketId,
            WaitsFor.Kind kind,
            long otherId,
            String otherKey,
            @Nullable String via) {
        WaitsFor toDomain() {
            return new WaitsFor(
                    new Id<>(ticketId),
                    kind,
                    new Id<>(otherId),
                    TicketKey.parse(otherKey),
                    null,
                    via == null ? null : TicketKey.parse(via));
        }
    }

    private static final String BETWEEN_LIVE = """

              FROM ticket_links l JOIN tickets f ON f.id = l.from_id JOIN tickets t ON t.id = l.to_id
             WHERE f.deleted_at IS NULL AND t.deleted_at IS NULL AND\s""";
    /** Inserts a link unless it is there, of a symmetric kind also the other way round. */
    private static final String INSERT = """
            INSERT INTO ticket_links (from_id, to_id, kind)
            SELECT :fromId, :toId, :kind
             WHERE NOT EXISTS (SELECT 1 FROM ticket_links
                                WHERE from_id = :toId AND to_id = :fromId AND kind = :kind AND kind IN ('RELATES_TO', 'DUPLICATES'))
            ON CONFLICT DO NOTHING
            """;

    private static final String LINKS = "SELECT l.from_id, l.to_id, l.kind" + BETWEEN_LIVE;

    @Query(INSERT)
    abstract int put(Id<Ticket> fromId, Id<Ticket> toId, LinkKind kind);

    @Query(INSERT)
    abstract void putAll(List<TicketLinkRow> rows);

    @Query("DELETE FROM ticket_links WHERE from_id = :from AND to_id = :to AND kind = :kind")
    abstract int remove(Id<Ticket> from, Id<Ticket> to, LinkKind kind);

    @Query("SELECT l.kind, f.id AS from_id, f.key AS from_key, f.status AS from_status,"
            + " t.id AS to_id, t.key AS to_key, t.status AS to_status" + BETWEEN_LIVE
            + "(l.from_id = :ticket OR l.to_id = :ticket) AND " + Membership.SEES + "f.project_id" + Membership.SEEN
            + " AND " + Membership.SEES + "t.project_id" + Membership.SEEN + " ORDER BY l.kind, f.key, t.key")
    abstract List<Linked> findOf(Id<Ticket> ticket, Id<User> user, @Nullable Id<?> only);

    @Query(LINKS + "l.from_id " + IdSet.IN)
    abstract List<TicketLinkRow> findFrom(String ids);

    @Query(LINKS + "l.to_id " + IdSet.IN)
    abstract List<TicketLinkRow> findTo(String ids);

    @Query(LINKS + "l.from_id " + IdSet.IN + " AND " + Membership.SEES + "t.project_id" + Membership.SEEN
            + " ORDER BY l.from_id, l.kind, l.to_id")
    abstract List<TicketLinkRow> findSeenFrom(String ids, Id<User> user, @Nullable Id<?> only);

    /** Reads in this order, whatever statistics say: from a project's tickets to their links. */
    @Query("""
            SELECT l.from_id, l.to_id, l.kind FROM tickets f CROSS JOIN ticket_links l
             WHERE f.project_id = :project AND l.from_id = f.id AND l.kind = :kind
             ORDER BY l.from_id, l.to_id
            """)
    abstract List<TicketLinkRow> findOfProject(Id<Project> project, LinkKind kind);

    @Query(Readiness.EACH)
    abstract List<Waiting> findEach(String ids);

    @Query("SELECT count(*) FROM tickets t WHERE t.id = :ticket AND " + Readiness.BLOCKED)
    abstract int countBlocked(Id<Ticket> ticket);

    @Query("""
            WITH RECURSIVE waiting (id) AS (
                SELECT to_id FROM ticket_links
                 WHERE from_id = :from AND kind = 'BLOCKS'
                   AND EXISTS (SELECT 1 FROM ticket_links WHERE to_id = :to AND kind = 'BLOCKS')
                UNION
                SELECT l.to_id FROM ticket_links l JOIN waiting w ON l.from_id = w.id WHERE l.kind = 'BLOCKS')
            SELECT count(*) FROM waiting WHERE id = :to
            """)
    abstract int countPaths(Id<Ticket> from, Id<Ticket> to);

    @Override
    public boolean insert(TicketLink link) {
        return put(link.fromId(), link.toId(), link.kind()) > 0;
    }

    @Override
    public void insertAll(List<TicketLink> links) {
        if (!links.isEmpty()) {
            putAll(links.stream().map(TicketLinkRow::of).toList());
        }
    }

    @Override
    public boolean delete(TicketLink link) {
        boolean there = remove(link.fromId(), link.toId(), link.kind()) > 0;
        boolean reverse = link.kind().symmetric() && remove(link.toId(), link.fromId(), link.kind()) > 0;
        return there || reverse;
    }

    @Override
    public List<TicketLink> findTouching(Collection<Id<Ticket>> tickets) {
        String ids = IdSet.of(tickets);
        return tickets.isEmpty()
                ? List.of()
                : Stream.of(findFrom(ids), findTo(ids))
                        .flatMap(rows -> read(rows).stream())
                        .toList();
    }

    @Override
    public List<LinkedTicket> findByTicket(Access access, Id<Ticket> ticket) {
        return Errors.readingEach(findOf(ticket, access.userId(), access.projectId()), Linked::toDomain);
    }

    @Override
    public List<TicketLink> findFrom(Access access, Collection<Id<Ticket>> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : read(findSeenFrom(IdSet.of(tickets), access.userId(), access.projectId()));
    }

    @Override
    public List<TicketLink> findByProject(Id<Project> project, LinkKind kind) {
        return read(findOfProject(project, kind));
    }

    @Override
    public List<WaitsFor> findWaits(Collection<Id<Ticket>> tickets) {
        return tickets.isEmpty() ? List.of() : Errors.readingEach(findEach(IdSet.of(tickets)), Waiting::toDomain);
    }

    @Override
    public boolean isBlocked(Id<Ticket> ticket) {
        return countBlocked(ticket) > 0;
    }

    @Override
    public boolean blocksTransitively(Id<Ticket> from, Id<Ticket> to) {
        return countPaths(from, to) > 0;
    }

    private static List<TicketLink> read(List<TicketLinkRow> rows) {
        return Errors.readingEach(rows, TicketLinkRow::toDomain);
    }
}
