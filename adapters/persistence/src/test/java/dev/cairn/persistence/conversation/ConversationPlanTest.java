package dev.cairn.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.persistence.TestStores;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Audience;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.schema.Engine;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** R41: a list begins with whom it is for, or with its project, and looks up what is shown for its page only. */
final class ConversationPlanTest {
    private static final TestStores STORES = new TestStores(new DatabaseOptions.Sqlite(TestStores.temporaryFile()));
    private static final String WHERE = " WHERE r.deleted_at IS NULL AND r.archived_at IS NULL ";
    private static final String NEWEST = " ORDER BY r.active_at DESC, r.id DESC";

    private final Sql sql = STORES.context().getBean(Sql.class);

    @AfterAll
    static void close() {
        STORES.context().close();
    }

    @Test
    void aPersonsListTouchesNothingOfOthers() {
        String from = ConversationSql.everywhere(Engine.SQLITE.join("conversations r", "r.project_id = m.project_id"));
        assertThat(plan(from, ""))
                .noneMatch(step -> step.matches("SCAN (x|l|messages|conversations|participants|p|m)\\b.*"))
                .anyMatch(step -> step.contains("project_members_user"))
                .anyMatch(step -> step.contains("participants_user"))
                .anyMatch(step -> step.equals("SEARCH r USING INDEX conversations_project (project_id=?)"))
                .anyMatch(step -> step.equals("SEARCH r USING INTEGER PRIMARY KEY (rowid=?)"))
                .anyMatch(step -> step.contains("x USING COVERING INDEX messages_live (conversation_id=? AND seq>?)"))
                .anyMatch(step -> step.contains("x USING COVERING INDEX messages_live (conversation_id=?)"));
    }

    @Test
    void aProjectsListWalksItsIndexInOrder() {
        String from = ConversationSql.inProject(
                Engine.SQLITE.join("project_members m", "m.project_id = r.project_id AND " + Membership.OF_CALLER));
        List<String> plan = plan(from, "AND r.project_id = 1 ");
        assertThat(plan)
                .anyMatch(step -> step.contains("conversations_project (project_id=?)"))
                .noneMatch(step -> step.matches("SCAN (x|l|messages|conversations|participants|p|m)\\b.*"));
    }

    @Test
    void oneIsFoundByItsKeyWhateverTheCallerIs() {
        assertThat(explained(
                        "SELECT r.id" + ConversationSql.SHOWN + " FROM " + ConversationSql.ONE + " WHERE r.id = ?"))
                .noneMatch(step -> step.startsWith("SCAN"));
        assertThat(explained("SELECT 1 FROM activity a WHERE a.seq = 1 AND " + Audience.sees("a.conversation_id")))
                .noneMatch(step -> step.startsWith("SCAN"));
    }

    private List<String> plan(String from, String more) {
        return explained("SELECT r.id" + ConversationSql.SHOWN + " FROM (SELECT " + ConversationSql.FOUND + " FROM "
                + from + WHERE + more + NEWEST + " LIMIT 51) r" + ConversationSql.LAST + NEWEST);
    }

    /** Marks are numbers: none has a value. */
    private List<String> explained(String query) {
        return sql.query("EXPLAIN QUERY PLAN " + query.replace("?", "1"), row -> row.text("detail"));
    }
}
