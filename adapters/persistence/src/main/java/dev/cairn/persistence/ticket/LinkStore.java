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
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Membership;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store of links between tickets. */
@Singleton
final class LinkStore implements TicketLinkRepository {
    private static final String LINKED = """
            SELECT l.kind, f.id AS from_id, f.key AS from_key, f.status AS from_status,
                   t.id AS to_id, t.key AS to_key, t.status AS to_status
              FROM ticket_links l JOIN tickets f ON f.id = l.from_id JOIN tickets t ON t.id = l.to_id
             WHERE f.deleted_at IS NULL AND t.deleted_at IS NULL AND\s""";
    private static final String LINKS = """
            SELECT l.kind, l.from_id, l.to_id
              FROM ticket_links l JOIN tickets f ON f.id = l.from_id JOIN tickets t ON t.id = l.to_id
             WHERE f.deleted_at IS NULL AND t.deleted_at IS NULL AND\s""";
    /** In this order, whatever statistics say: from a project's tickets to their links. */
    private static final String LINKS_OF_PROJECT = """
            SELECT l.kind, l.from_id, l.to_id
              FROM tickets f CROSS JOIN ticket_links l CROSS JOIN tickets t
             WHERE f.project_id = ? AND f.deleted_at IS NULL AND l.from_id = f.id AND l.kind = ?
               AND t.id = l.to_id AND t.deleted_at IS NULL
             ORDER BY l.from_id, l.to_id
            """;

    private static final String BOTH_SEEN =
            " AND " + Membership.sees("f.project_id") + " AND " + Membership.sees("t.project_id");
    private static final String PATH = """
            WITH RECURSIVE waiting (id) AS (
                SELECT to_id FROM ticket_links WHERE from_id = ? AND kind = 'BLOCKS'
                UNION
                SELECT l.to_id FROM ticket_links l JOIN waiting w ON l.from_id = w.id WHERE l.kind = 'BLOCKS')
            SELECT count(*) AS hits FROM waiting WHERE id = ?
            """;

    private static final String INSERT = """
            INSERT INTO ticket_links (from_id, to_id, kind)
            SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM ticket_links WHERE from_id = ? AND to_id = ? AND kind = ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String DELETE = "DELETE FROM ticket_links WHERE from_id = ? AND to_id = ? AND kind = ?";
    private static final String BLOCKED = "SELECT t.id FROM tickets t WHERE t.id = ? AND " + Readiness.BLOCKED;

    private final Sql sql;

    LinkStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean insert(TicketLink link) {
        return sql.update(INSERT, inserted(link)) > 0;
    }

    @Override
    public void insertAll(List<TicketLink> links) {
        sql.batch(INSERT, links.stream().map(LinkStore::inserted).toList());
    }

    private static @Nullable Object[] inserted(TicketLink link) {
        // The other way round only matters for symmetric kinds; a link to itself is none.
        Id<Ticket> reverse = link.kind().symmetric() ? link.toId() : link.fromId();
        Id<Ticket> other = link.kind().symmetric() ? link.fromId() : link.toId();
        return new @Nullable Object[] {link.fromId(), link.toId(), link.kind(), reverse, other, link.kind()};
    }

    @Override
    public boolean delete(TicketLink link) {
        boolean there = sql.update(DELETE, link.fromId(), link.toId(), link.kind()) > 0;
        boolean reverse = link.kind().symmetric() && sql.update(DELETE, link.toId(), link.fromId(), link.kind()) > 0;
        return there || reverse;
    }

    @Override
    public List<TicketLink> findTouching(Collection<Id<Ticket>> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        String ids = Sql.ids(tickets);
        List<TicketLink> found = new ArrayList<>();
        found.addAll(sql.query(LINKS + "l.from_id IN " + sql.engine().ids(), LinkStore::link, ids));
        found.addAll(sql.query(LINKS + "l.to_id IN " + sql.engine().ids(), LinkStore::link, ids));
        return found;
    }

    @Override
    public List<LinkedTicket> findByTicket(Access access, Id<Ticket> ticket) {
        return sql.query(
                LINKED + "(l.from_id = ? OR l.to_id = ?)" + BOTH_SEEN + " ORDER BY l.kind, f.key, t.key",
                LinkStore::linked,
                ticket,
                ticket,
                access.userId(),
                access.projectId(),
                access.userId(),
                access.projectId());
    }

    @Override
    public List<TicketLink> findFrom(Access access, Collection<Id<Ticket>> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : sql.query(
                        LINKS + "l.from_id IN " + sql.engine().ids() + " AND " + Membership.sees("t.project_id")
                                + " ORDER BY l.from_id, l.kind, l.to_id",
                        LinkStore::link,
                        Sql.ids(tickets),
                        access.userId(),
                        access.projectId());
    }

    @Override
    public List<TicketLink> findByProject(Id<Project> project, LinkKind kind) {
        return sql.query(LINKS_OF_PROJECT, LinkStore::link, project, kind);
    }

    @Override
    public List<WaitsFor> findWaits(Collection<Id<Ticket>> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        String ids = Sql.ids(tickets);
        return sql.query(
                Readiness.each(sql.engine().ids()) + "ORDER BY ticket_id, kind, other_key",
                LinkStore::waits,
                ids,
                ids,
                ids);
    }

    @Override
    public boolean isBlocked(Id<Ticket> ticket) {
        return sql.first(BLOCKED, row -> row.integer("id"), ticket).isPresent();
    }

    @Override
    public boolean blocksTransitively(Id<Ticket> from, Id<Ticket> to) {
        return sql.one(PATH, row -> row.integer("hits") > 0, from, to);
    }

    private static WaitsFor waits(Cells row) {
        String via = row.optionalText("via");
        return new WaitsFor(
                row.id("ticket_id"),
                WaitsFor.Kind.valueOf(row.text("kind")),
                row.id("other_id"),
                TicketKey.parse(row.text("other_key")),
                null,
                via == null ? null : TicketKey.parse(via));
    }

    private static TicketLink link(Cells row) {
        return new TicketLink(row.id("from_id"), row.id("to_id"), LinkKind.valueOf(row.text("kind")));
    }

    private static LinkedTicket linked(Cells row) {
        return new LinkedTicket(
                LinkKind.valueOf(row.text("kind")),
                row.id("from_id"),
                TicketKey.parse(row.text("from_key")),
                TicketStatus.valueOf(row.text("from_status")),
                row.id("to_id"),
                TicketKey.parse(row.text("to_key")),
                TicketStatus.valueOf(row.text("to_status")));
    }
}
