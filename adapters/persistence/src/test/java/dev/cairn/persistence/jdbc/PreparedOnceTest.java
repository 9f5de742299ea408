package dev.cairn.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.port.Transactions;
import dev.cairn.persistence.TestStores;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What PostgreSQL has parsed and planned once it need not parse again. */
class PreparedOnceTest {
    private static final int TIMES = 12;

    private final Sql sql = TestStores.postgres().context().getBean(Sql.class);
    private final Transactions transactions = TestStores.postgres().context().getBean(Transactions.class);

    @Test
    void aValueThatIsNullAtTimesHasNoInsertPreparedAgain() {
        transactions.write(() -> {
            sql.update("CREATE TEMPORARY TABLE nulls (id bigint, n int, flag boolean, word text) ON COMMIT DROP");
            insertManyTimes();
            List<String> before = prepared();
            insertManyTimes();
            assertThat(before).hasSize(1);
            assertThat(prepared()).isEqualTo(before);
            return null;
        });
    }

    private void insertManyTimes() {
        for (int i = 0; i < TIMES; i++) {
            insert(1L, null, true, null);
            insert(null, 1, null, "word");
        }
    }

    private void insert(@Nullable Object... values) {
        sql.insertAll("INSERT INTO nulls (id, n, flag, word)", List.<@Nullable Object[]>of(values));
    }

    private List<String> prepared() {
        return sql.query(
                "SELECT name FROM pg_prepared_statements WHERE statement LIKE 'INSERT INTO nulls%'",
                row -> row.text("name"));
    }
}
