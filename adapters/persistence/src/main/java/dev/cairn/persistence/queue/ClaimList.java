package dev.cairn.persistence.queue;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.queue.ClaimFilter;
import dev.cairn.domain.queue.ClaimView;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.SortField;
import java.util.Map;

/** Lists claims with their holders, over all queues (Q24). */
final class ClaimList {
    private static final String FROM = """
            queue_claims r
              JOIN queue_items i ON i.id = r.item_id
              JOIN queues q ON q.id = i.queue_id
              LEFT JOIN tasks k ON k.id = i.task_id
              JOIN tickets t ON t.id = coalesce(i.ticket_id, k.ticket_id)
              LEFT JOIN users u ON u.id = r.user_id""";
    private static final String MORE = """
            , CASE WHEN r.ended_at IS NULL THEN i.lease_until END AS lease_until, q.project_id, q.id AS queue_id,
              q.name AS queue_name, t.id AS ticket_id, t.key AS ticket_key, t.title AS ticket_title, i.task_id,
              k.content AS task_content, i.attempts, i.stalls, i.enqueued_at,
              u.name AS user_name""";

    private final ClaimMapper mapper;
    private final KeysetList<ClaimView> list;

    ClaimList(ClaimMapper mapper, SharedSql sql) {
        this.mapper = mapper;
        this.list = sql.list(
                ClaimRow.class,
                MORE,
                FROM,
                Map.of(
                        "claimedAt",
                        SortField.time("r.claimed_at", view -> view.claim().claimedAt())),
                SortField.integer("r.id", view -> view.claim().id().value()),
                this::read);
    }

    Page<ClaimView> page(Access access, ClaimFilter filter, PageRequest request) {
        Conditions where = new Conditions()
                .and("q.deleted_at IS NULL AND " + Membership.sees("q.project_id"), Membership.values(access))
                .equal("q.project_id", filter.projectId())
                .equal("i.queue_id", filter.queueId())
                .equal("r.item_id", filter.itemId())
                .equal("r.user_id", filter.userId());
        if (filter.ended() != null) {
            where.and(filter.ended() ? "r.ended_at IS NOT NULL" : "r.ended_at IS NULL");
        }
        return list.page(filter, where, request);
    }

    private ClaimView read(Cells row) {
        return new ClaimView(
                mapper.toDomain(row.as(ClaimRow.class)),
                row.optionalInstant("lease_until"),
                row.id("project_id"),
                row.id("queue_id"),
                row.text("queue_name"),
                row.id("ticket_id"),
                TicketKey.parse(row.text("ticket_key")),
                row.text("ticket_title"),
                row.optionalId("task_id"),
                row.optionalText("task_content"),
                Math.toIntExact(row.integer("attempts")),
                Math.toIntExact(row.integer("stalls")),
                row.instant("enqueued_at"),
                row.optionalText("user_name"));
    }
}
