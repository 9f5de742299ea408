package dev.cairn.persistence.ticket;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.search.SearchQuery;
import dev.cairn.domain.ticket.ClaimedBy;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.Measured;
import dev.cairn.persistence.kernel.SortField;
import dev.cairn.persistence.search.Matching;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Reads pages of tickets as lists show them. */
@Measured("newest 50 of a project")
final class TicketList {
    /** Asks for the view's own columns first: they cost nothing, or are found by an index. */
    private static final String READY =
            "status = 'OPEN' AND archived_at IS NULL AND NOT claimed AND NOT " + Readiness.WAITS;

    private static final String HOLDERS =
            "SELECT i.ticket_id, c.id AS claim_id, c.label, c.user_id, i.lease_until FROM " + TicketTree.HELD + " "
                    + IdSet.IN_MARK;

    private final Sql sql;

    /** The values that tickets are sorted by. */
    private record Keys(long number, Priority priority, long position, Instant createdAt, Instant updatedAt) {}

    private final KeysetList<TicketSummary> list;
    private final KeysetList<TicketWithTasks> treeList;

    TicketList(Sql sql, TicketMapper mapper, TicketTree trees) {
        this.sql = sql;
        this.list = new KeysetList<>(
                sql,
                sql.type(SummaryRow.class).select("t"),
                "ticket_summaries t",
                fields(ticket -> new Keys(
                        ticket.key().number(),
                        ticket.priority(),
                        ticket.position(),
                        ticket.createdAt(),
                        ticket.updatedAt())),
                SortField.integer("id", ticket -> ticket.id().value()),
                row -> mapper.toSummary(row.as(SummaryRow.class)));
        this.treeList = new KeysetList<>(
                sql,
                trees.columns(),
                "ticket_summaries t",
                fields(tree -> new Keys(
                        tree.ticket().number(),
                        tree.ticket().content().priority(),
                        tree.ticket().content().position(),
                        tree.ticket().lifecycle().createdAt(),
                        tree.ticket().lifecycle().updatedAt())),
                SortField.integer("id", tree -> tree.ticket().id().value()),
                trees::read);
    }

    private static <V> Map<String, SortField<V>> fields(Function<V, Keys> keys) {
        return Map.of(
                "number", SortField.integer("number", keys.andThen(Keys::number)),
                "priority",
                        SortField.integer(
                                "priority",
                                keys.andThen(found -> found.priority().rank())),
                "position", SortField.integer("position", keys.andThen(Keys::position)),
                "createdAt", SortField.time("created_at", keys.andThen(Keys::createdAt)),
                "updatedAt", SortField.time("updated_at", keys.andThen(Keys::updatedAt)));
    }

    Page<TicketSummary> page(TicketFilter filter, PageRequest request) {
        Page<TicketSummary> page = list.page(filter, where(filter), request);
        Map<Id<Ticket>, ClaimedBy> holders = holders(page.items().stream()
                .filter(TicketSummary::claimed)
                .map(TicketSummary::id)
                .toList());
        return holders.isEmpty() ? page : page.map(ticket -> ticket.withClaimedBy(holders.get(ticket.id())));
    }

    /** Finds the holders of these tickets by one query, and by none where nothing is held. */
    Map<Id<Ticket>, ClaimedBy> holders(Collection<Id<Ticket>> ids) {
        Map<Id<Ticket>, ClaimedBy> holders = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.query(
                    HOLDERS,
                    row -> holders.put(
                            row.id("ticket_id"),
                            new ClaimedBy(
                                    row.text("label"),
                                    row.optionalId("user_id"),
                                    row.id("claim_id"),
                                    row.instant("lease_until"))),
                    IdSet.of(ids));
        }
        return holders;
    }

    Page<TicketWithTasks> pageWithTasks(TicketFilter filter, PageRequest request) {
        return treeList.page(filter, where(filter), request);
    }

    private Conditions where(TicketFilter filter) {
        Conditions where = new Conditions()
                .and("project_id = ? AND deleted_at IS NULL", filter.projectId())
                .oneOf("status", filter.statuses())
                .oneOf("type", filter.types())
                .oneOf(
                        "priority",
                        filter.priorities().stream().map(Priority::rank).toList())
                .equal("assignee_id", filter.assigneeId())
                .archived("archived_at", filter.archived());
        switch (filter.parent()) {
            case null -> {}
            case TicketRef.ById(Id<Ticket> id) -> where.and("parent_id = ?", id);
            case TicketRef.ByKey(TicketKey key) ->
                where.and("parent_id = (SELECT p.id FROM tickets p WHERE p.key = ?)", key);
        }
        if (filter.label() != null) {
            where.and("? IN (" + sql.engine().elements("labels") + ")", filter.label());
        }
        if (filter.ready()) {
            where.and(READY);
        }
        if (filter.text() != null) {
            matching(where, filter, SearchQuery.words(filter.text()));
        }
        return where;
    }

    private void matching(Conditions where, TicketFilter filter, List<String> words) {
        if (words.isEmpty()) {
            where.and("1 = 0");
        } else {
            Matching.tickets(where, sql.engine(), words, Objects.requireNonNull(filter.projectId()));
        }
    }
}
