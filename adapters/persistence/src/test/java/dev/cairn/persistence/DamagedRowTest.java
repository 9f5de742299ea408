package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.AccountRepository;
import dev.cairn.domain.user.PreferencesRepository;
import dev.cairn.persistence.jdbc.Sql;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P13: what generated questions read and cannot make sense of is said to be damaged, whoever wrote it. */
final class DamagedRowTest {
    private final TestStores stores = new TestStores(new DatabaseOptions.Sqlite(TestStores.temporaryFile()));
    private final Sql sql = stores.context().getBean(Sql.class);

    @BeforeEach
    void allowAnything() {
        sql.update("PRAGMA ignore_check_constraints = 1");
        sql.update("PRAGMA foreign_keys = 0");
    }

    @AfterEach
    void close() {
        stores.context().close();
    }

    @Test
    void aConstantThatNobodyKnowsIsDamage() {
        sql.update("INSERT INTO preferences (user_id, theme) VALUES (7, 'PINK')");
        damaged(() -> stores.context().getBean(PreferencesRepository.class).of(new Id<>(7)), "damaged");
    }

    @Test
    void aValueThatIsAgainstTheRulesIsDamageOfItsRow() {
        sql.update("INSERT INTO accounts (user_id, username, username_key, password_hash, failed_attempts, created_at,"
                + " updated_at) VALUES (7, '?', '?', 'x', 0, 1, 1)");
        damaged(
                () -> stores.context().getBean(AccountRepository.class).find(new Id<>(7)),
                "row " + new Id<>(7) + " of accounts cannot be read");
    }

    private void damaged(Supplier<?> question, String text) {
        assertThatThrownBy(() -> stores.context().getBean(Transactions.class).read(question))
                .hasMessageContaining(text)
                .asInstanceOf(InstanceOfAssertFactories.type(Unavailable.class))
                .extracting(Unavailable::code)
                .isEqualTo(ErrorCode.DAMAGED);
    }
}
