package dev.cairn.persistence.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.persistence.TestStores;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Q2: the claim is served by an index in the order of the claim. */
final class ClaimPlanTest {
    @Test
    void theClaimWalksItsIndexInOrderAndSortsNothing() {
        Sql sql = TestStores.sqlite().context().getBean(Sql.class);
        Instant now = Instant.EPOCH;
        List<String> plan =
                sql.query("EXPLAIN QUERY PLAN " + ItemSql.NEXT, row -> row.text("detail"), 1L, now, now, now);
        assertThat(plan).anyMatch(step -> step.contains("queue_items_claim_order (queue_id=?)"));
        assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    /** Q22: as the ready list, and each ticket's items and tasks are looked up. */
    @Test
    void theNextReadyTicketIsFoundAlongTheIndexOfTheReadyList() {
        Sql sql = TestStores.sqlite().context().getBean(Sql.class);
        Conditions where = new ReadyWork(sql)
                .ready(new Id<>(1), new WorkFilter(List.of("ui"), List.of(TicketType.BUG), Priority.HIGH));
        List<@Nullable Object> values = new ArrayList<>(List.of(1L, Instant.EPOCH));
        values.addAll(where.values());
        List<String> plan =
                sql.query("EXPLAIN QUERY PLAN " + ReadyWork.select(where), row -> row.text("detail"), values.toArray());
        assertThat(plan)
                .anyMatch(step -> step.contains("tickets_ready (project_id=?"))
                .noneMatch(step -> step.contains("TEMP B-TREE"))
                .noneMatch(step -> step.matches("SCAN (t|i|k|f|l|q|w|b)\\b.*"));
    }
}
