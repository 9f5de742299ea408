package dev.cairn.persistence.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.persistence.TestStores;
import dev.cairn.persistence.jdbc.Sql;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
