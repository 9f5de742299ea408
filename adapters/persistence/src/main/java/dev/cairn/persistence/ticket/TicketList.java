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
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.SortField;
import dev.cairn.persistence.search.Matching;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Pages of tickets as lists show them. */
final class TicketList {
    private static final Map<String, SortField<TicketSummary>> FIELDS = Map.of(
            "number", SortField.integer("number", ticket -> ticket.key().number()),
            "priority",
                    SortField.integer("priority", ticket -> ticket.priority().rank()),
            "position", SortField.integer("position", TicketSummary::position),
            "createdAt", SortField.time("created_at", TicketSummary::createdAt),
            "updatedAt", SortField.time("updated_at", TicketSummary::updatedAt));
    private static final Map<String, SortField<TicketWithTasks>> TREE_FIELDS = Map.of(
            "number", SortField.integer("number", tree -> tree.ticket().number()),
            "priority",
                    SortField.integer(
                            "priority",
                            tree -> tree.ticket().content().priority().rank()),
            "position",
                    SortField.integer(
                            "position", tree -> tree.ticket().content().position()),
            "createdAt",
                    SortField.time(
                            "created_at", tree -> tree.ticket().lifecycle().createdAt()),
            "updatedAt",
                    SortField.time(
                            "updated_at", tree -> tree.ticket().lifecycle().updatedAt()));
    /** The view's own columns first: they are for nothing, or by an index. */
    private static final String READY =
            "status = 'OPEN' AND archived_at IS NULL AND NOT claimed AND NOT " + Readiness.WAITS;

    private static final String HOLDERS = """
            SELECT i.ticket_id, c.id AS claim_id, c.label, c.user_id, i.lease_until
              FROM queue_items i JOIN queue_claims c ON c.id = i.claim_id
             WHERE i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED' AND i.ticket_id IN\s""";

    private final Sql sql;
    private final TicketMapper mapper;
    private final TicketTree trees;
    private final KeysetList<TicketSummary> list;
    private final KeysetList<TicketWithTasks> treeList;

    TicketList(Sql sql, TicketMapper mapper, TicketTree trees) {
        this.sql = sql;
        this.mapper = mapper;
        this.trees = trees;
        this.list = new KeysetList<>(
                sql,
                sql.type(SummaryRow.class).select("t"),
                "ticket_summaries t",
                FIELDS,
                SortField.integer("id", ticket -> ticket.id().value()));
        this.treeList = new KeysetList<>(
                sql,
                trees.columns(),
                "ticket_summaries t",
                TREE_FIELDS,
                SortField.integer("id", tree -> tree.ticket().id().value()));
    }

    Page<TicketSummary> page(TicketFilter filter, PageRequest request) {
        Page<TicketSummary> page =
                list.page(filter, where(filter), request, row -> mapper.toSummary(row.as(SummaryRow.class)));
        Map<Id<Ticket>, ClaimedBy> holders = holders(page.items().stream()
                .filter(TicketSummary::claimed)
                .map(TicketSummary::id)
                .toList());
        return holders.isEmpty() ? page : page.map(ticket -> ticket.heldBy(holders.get(ticket.id())));
    }

    /** By one query, and none where nobody holds anything. */
    Map<Id<Ticket>, ClaimedBy> holders(Collection<Id<Ticket>> ids) {
        Map<Id<Ticket>, ClaimedBy> holders = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.query(
                    HOLDERS + sql.engine().ids(),
                    row -> holders.put(
                            row.id("ticket_id"),
                            new ClaimedBy(
                                    row.text("label"),
                                    row.optionalId("user_id"),
                                    row.id("claim_id"),
                                    row.instant("lease_until"))),
                    Sql.ids(ids));
        }
        return holders;
    }

    Page<TicketWithTasks> pageWithTasks(TicketFilter filter, PageRequest request) {
        return treeList.page(filter, where(filter), request, trees::read);
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
