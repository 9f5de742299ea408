package dev.cairn.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.persistence.TestStores;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What becomes of the writer when a COMMIT does not even reach it. */
final class UnsentCommitTest {
    @Test
    void aCommitThatCannotBeSentLeavesNoTransactionOpen() {
        TestStores database = new TestStores(new DatabaseOptions.Sqlite(TestStores.temporaryFile()));
        Sql sql = database.context().getBean(Sql.class);
        SqlTransactions transactions = database.context().getBean(SqlTransactions.class);
        sql.update("CREATE TABLE notes (id INTEGER PRIMARY KEY) STRICT");
        Objects.requireNonNull(transactions.group())
                .close(); // Virtual threads have nobody any more who commits for them.
        CompletableFuture<Integer> unsent = new CompletableFuture<>();
        var _ = Thread.ofVirtual()
                .start(() -> unsent.completeAsync(() -> transactions.write(() -> insert(sql, 1)), Runnable::run));
        assertThatThrownBy(unsent::join).isInstanceOf(CompletionException.class);
        transactions.write(() -> insert(sql, 2));
        assertThat(sql.<Long>one("SELECT count(*) AS n FROM notes", row -> row.integer("n")))
                .isOne();
        database.context().close();
    }

    private static int insert(Sql sql, int id) {
        return sql.update("INSERT INTO notes (id) VALUES (?)", id);
    }
}
