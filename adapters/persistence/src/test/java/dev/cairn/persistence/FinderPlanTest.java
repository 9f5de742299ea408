package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.kernel.Id;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.ticket.Readiness;
import dev.cairn.schema.Engine;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists and finders ask for is served by an index in their order: nothing is scanned, nothing is sorted. */
final class FinderPlanTest {
    /** Empty, and so without statistics: the others' database has some of whatever was in it when it was looked at. */
    private static final TestStores STORES = new TestStores(new DatabaseOptions.Sqlite(TestStores.temporaryFile()));

    private final Sql sql = STORES.context().getBean(Sql.class);

    @AfterAll
    static void close() {
        STORES.context().close();
    }

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
                "activity WHERE subject_id IN (SELECT 1 UNION ALL SELECT id FROM tasks WHERE ticket_id = 1"
                        + " UNION ALL SELECT id FROM comments WHERE ticket_id = 1)",
                "activity WHERE conversation_id = 1 ORDER BY seq DESC LIMIT 51",
                "conversations WHERE project_id = 1 AND deleted_at IS NULL ORDER BY active_at DESC, id DESC LIMIT 51",
                "conversations WHERE people = 'x' AND deleted_at IS NULL",
                "messages WHERE conversation_id = 1 AND seq > 5 ORDER BY seq LIMIT 51",
                "messages WHERE conversation_id = 1 AND seq < 5 ORDER BY seq DESC LIMIT 51",
                "prompts WHERE project_id = 1 AND deleted_at IS NULL ORDER BY title_key, id LIMIT 51",
                "prompts WHERE project_id IS NULL AND deleted_at IS NULL ORDER BY title_key, id LIMIT 51",
                "prompts WHERE project_id = 1 AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 51",
                "prompts WHERE project_id = 1 AND deleted_at IS NULL AND title_key IN ('a', 'b')",
                "participants WHERE user_id = 1 AND left_at IS NULL",
                "projects WHERE deleted_at IS NULL AND validation_score >= 80 ORDER BY validation_score DESC, id DESC LIMIT 51",
                "collected_data WHERE project_id = 1",
                "artifacts WHERE project_id = 1 AND deleted_at IS NULL ORDER BY created_at, id LIMIT 51",
                "artifacts WHERE project_id = 1 AND deleted_at IS NULL AND type IN ('DOCUMENT') ORDER BY created_at, id",
                "artifact_revisions WHERE artifact_id = 1 ORDER BY revision DESC LIMIT 51",
                "artifact_revisions WHERE artifact_id = 1 AND revision = 2",
                "project_members m JOIN users u ON u.id = m.user_id WHERE m.project_id = 1 ORDER BY user_id LIMIT 51",
                "projects WHERE owner_id = 1 AND deleted_at IS NULL AND archived_at IS NULL ORDER BY id",
                "aliases WHERE project_id = 1 AND source = 'x' AND external_id IN ('a', 'b')"
            })
    void anIndexServesIt(String query) {
        List<String> plan = sql.query("EXPLAIN QUERY PLAN SELECT * FROM " + query, row -> row.text("detail"));
        assertThat(plan)
                .isNotEmpty()
                .allMatch(step -> step.equals("SCAN CONSTANT ROW")
                        || (!step.startsWith("SCAN") && !step.contains("TEMP B-TREE")));
    }

    /** Q20: the tree is followed row by row, from the ticket upwards; only what was found on the way is scanned. */
    @Test
    void theReadyListWalksItsIndexAndLooksUpWhatATicketWaitsFor() {
        List<String> plan = sql.query(
                "EXPLAIN QUERY PLAN SELECT * FROM ticket_summaries t WHERE project_id = 1 AND deleted_at IS NULL"
                        + " AND archived_at IS NULL AND status = 'OPEN' AND claimed = 0 AND NOT " + Readiness.WAITS
                        + " ORDER BY priority DESC, position, created_at, id LIMIT 51",
                row -> row.text("detail"));
        assertThat(plan)
                .anyMatch(step -> step.contains("tickets_ready (project_id=?)"))
                .noneMatch(step -> step.contains("TEMP B-TREE"))
                .allMatch(step -> !step.startsWith("SCAN")
                        || step.matches(
                                "SCAN (CONSTANT ROW|up|above|later|s|\\(subquery-\\d+\\)|\\d+ CONSTANT ROWS?)"));
    }

    /** They walk an index in the list's order as far as the limit, and look up the caller's membership for each row. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "projects p WHERE deleted_at IS NULL AND %s ORDER BY updated_at DESC, id DESC LIMIT 51",
                "projects p WHERE deleted_at IS NULL AND %s ORDER BY key, id LIMIT 51",
                "activity p WHERE %s ORDER BY seq DESC LIMIT 51"
            })
    void listsOverAllProjectsSortNothing(String query) {
        String column = query.startsWith("activity") ? "p.project_id" : "p.id";
        List<String> plan = plan("SELECT * FROM " + query.formatted(Membership.sees(column)));
        assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE"));
        assertThat(plan).contains("SEARCH m USING PRIMARY KEY (project_id=? AND user_id=?)");
    }

    /** An owner of a thousand projects finds a ticket as fast as a member of one, also when nobody had many yesterday. */
    @Test
    void whatIsFoundForACallerTakesTwoLookupsWhateverTheStatisticsSay() {
        String found = "SELECT t.title, m.role FROM tickets t" + Membership.join(Engine.SQLITE, "t.project_id")
                + " WHERE t.id = 1";
        List<String> withoutStatistics = plan(found);
        assertThat(withoutStatistics)
                .containsExactly(
                        "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
                        "SEARCH m USING PRIMARY KEY (project_id=? AND user_id=?)");
        try (ApplicationContext other =
                new TestStores(new DatabaseOptions.Sqlite(TestStores.temporaryFile())).context()) {
            Sql analyzed = other.getBean(Sql.class);
            other.getBean(Transactions.class).write(() -> {
                analyzed.update("ANALYZE");
                return analyzed.update("INSERT INTO sqlite_stat1 (tbl, idx, stat)"
                        + " VALUES ('project_members', 'project_members_user', '3 1 1'),"
                        + " ('tickets', 'tickets_created', '100000 100 1 1')");
            });
            other.getBean(Transactions.class).write(() -> analyzed.update("ANALYZE sqlite_schema"));
            assertThat(plan(analyzed, found).getFirst()).isEqualTo(withoutStatistics.getFirst());
        }
    }

    /** Many ids come as one parameter, and each is looked up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "users t WHERE t.deleted_at IS NULL AND t.id ",
                "tasks t WHERE t.deleted_at IS NULL AND t.ticket_id ",
                "queue_items t WHERE t.status IN ('READY', 'CLAIMED') AND t.task_id ",
                "aliases t WHERE t.comment_id "
            })
    void manyIdsAreLookedUp(String query) {
        List<String> plan = sql.query(
                "EXPLAIN QUERY PLAN SELECT * FROM " + query + IdSet.IN_MARK,
                row -> row.text("detail"),
                IdSet.of(List.of(new Id<>(1), new Id<>(2))));
        assertThat(plan.getFirst()).startsWith("SEARCH t USING").contains("=?)");
    }

    @Test
    void manyForeignIdsAreLookedUp() {
        List<String> plan = sql.query(
                "EXPLAIN QUERY PLAN SELECT * FROM aliases WHERE project_id = 1 AND source = 'x'"
                        + " AND external_id IN (SELECT e.key FROM json_each(?) e)",
                row -> row.text("detail"),
                "{\"a\":0}");
        assertThat(plan.getFirst())
                .isEqualTo("SEARCH aliases USING INDEX aliases_external (project_id=? AND source=? AND external_id=?)");
    }

    private List<String> plan(String query) {
        return plan(sql, query);
    }

    private static List<String> plan(Sql sql, String query) {
        return sql.query("EXPLAIN QUERY PLAN " + query, row -> row.text("detail"), 1L, null);
    }
}
