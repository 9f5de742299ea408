package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.persistence.jdbc.Sql;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists and finders ask for is served by an index in their order: nothing is scanned, nothing is sorted. */
final class FinderPlanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticket_summaries WHERE project_id = 1 AND deleted_at IS NULL ORDER BY number, id LIMIT 51",
                "ticket_summaries WHERE project_id = 1 AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 51",
                "ticket_summaries WHERE project_id = 1 AND deleted_at IS NULL AND archived_at IS NULL AND status IN ('OPEN')"
                        + " AND blocker_count = 0 AND claimed = 0 ORDER BY priority DESC, position, created_at, id LIMIT 51",
                "tasks WHERE ticket_id IN (1, 2) AND deleted_at IS NULL ORDER BY ticket_id, order_index",
                "comments WHERE ticket_id = 1 AND deleted_at IS NULL ORDER BY created_at, id LIMIT 51",
                "queue_items WHERE status = 'CLAIMED' AND lease_until <= 5 ORDER BY lease_until LIMIT 100",
                "queue_claims WHERE item_id = 1 AND fencing_token < 5 ORDER BY fencing_token DESC LIMIT 1",
                "activity WHERE project_id = 1 ORDER BY seq DESC LIMIT 51",
                "activity WHERE actor_id = 1 ORDER BY seq DESC LIMIT 51",
                "activity WHERE subject_id = 1 ORDER BY seq DESC LIMIT 51",
                "projects WHERE deleted_at IS NULL AND validation_score >= 80 ORDER BY validation_score DESC, id DESC LIMIT 51",
                "collected_data WHERE project_id = 1",
                "artifacts WHERE project_id = 1 AND deleted_at IS NULL ORDER BY created_at, id LIMIT 51",
                "artifacts WHERE project_id = 1 AND deleted_at IS NULL AND type IN ('DOCUMENT') ORDER BY created_at, id",
                "artifact_revisions WHERE artifact_id = 1 ORDER BY revision DESC LIMIT 51",
                "artifact_revisions WHERE artifact_id = 1 AND revision = 2",
                "aliases WHERE project_id = 1 AND source = 'x' AND external_id IN ('a', 'b')"
            })
    void anIndexServesIt(String query) {
        Sql sql = TestStores.sqlite().context().getBean(Sql.class);
        List<String> plan = sql.query("EXPLAIN QUERY PLAN SELECT * FROM " + query, row -> row.text("detail"));
        assertThat(plan).isNotEmpty().allMatch(step -> !step.startsWith("SCAN") && !step.contains("TEMP B-TREE"));
    }
}
