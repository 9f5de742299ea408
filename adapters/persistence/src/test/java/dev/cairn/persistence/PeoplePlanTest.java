package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.persistence.jdbc.Sql;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who somebody is, is found by an index; on a database of its own, as statistics of tiny tables make a scan the better plan. */
final class PeoplePlanTest {
    private static final ApplicationContext CONTEXT =
            new TestStores(new DatabaseOptions.Sqlite(TestStores.temporaryFile())).context();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users WHERE owner_id = 1 AND deleted_at IS NULL ORDER BY id",
                "users WHERE system_role = 'ADMIN' AND type = 'HUMAN' AND deactivated_at IS NULL AND deleted_at IS NULL"
                        + " AND id > 0 ORDER BY id LIMIT 1",
                "accounts WHERE username_key = 'ada'",
                "sessions h JOIN users u ON u.id = h.user_id WHERE h.token_hash = 'x'",
                "sessions WHERE expires_at <= 5",
                "sessions WHERE revoked_at IS NULL AND id <> 0 AND user_id IN (1, 2)",
                "sessions s WHERE user_id = 1 AND revoked_at IS NULL AND expires_at > 5 ORDER BY id DESC LIMIT 2",
                "api_tokens h JOIN users u ON u.id = h.user_id WHERE h.token_hash = 'x'",
                "api_tokens WHERE project_id = 1 AND revoked_at IS NULL",
                "api_tokens WHERE revoked_at IS NULL AND user_id IN (1, 2)",
                "settings WHERE scope = 'USER' AND scope_id = 1 ORDER BY key",
                "projects WHERE owner_id = 1 AND archived_at IS NULL AND deleted_at IS NULL ORDER BY id"
            })
    void anIndexServesIt(String query) {
        List<String> plan = CONTEXT.getBean(Sql.class)
                .query("EXPLAIN QUERY PLAN SELECT * FROM " + query, row -> row.text("detail"));
        assertThat(plan).isNotEmpty().allMatch(step -> !step.startsWith("SCAN") && !step.contains("TEMP B-TREE"));
    }
}
