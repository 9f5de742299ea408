package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.AccountRepository;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.Username;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Engine;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.ReadBack;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The store of accounts. */
@Singleton
final class AccountStore implements AccountRepository {
    private static final String UPDATE = """
            UPDATE accounts SET password_hash = ?, failed_attempts = ?, locked_until = ?, updated_at = ?
             WHERE user_id = ?
            """;
    /** Some row is written, as it is. */
    private static final String PRETEND = """
            UPDATE accounts SET failed_attempts = failed_attempts
             WHERE user_id = (SELECT user_id FROM accounts ORDER BY user_id LIMIT 1)
            """;

    private final Sql sql;
    private final String byName;
    private final String byUser;
    private final String lock;

    AccountStore(Sql sql) {
        this.sql = sql;
        String select = "SELECT " + sql.type(AccountRow.class).select("a") + " FROM accounts a";
        this.byName = select + " WHERE username_key = ?";
        this.byUser = select + " WHERE user_id = ?";
        this.lock = byUser + (sql.engine() == Engine.POSTGRESQL ? " FOR UPDATE" : "");
    }

    @Override
    public Optional<Account> find(Username username) {
        return sql.first(byName, AccountStore::read, username.key());
    }

    @Override
    public Optional<Account> find(Id<User> user) {
        return sql.first(byUser, AccountStore::read, user);
    }

    @Override
    public Optional<Account> lock(Id<User> user) {
        return sql.returning(lock, AccountStore::read, user).stream().findFirst();
    }

    @Override
    public void insert(Account account) {
        sql.insertAll(AccountRow.class, List.of(ReadBack.row(account, AccountRow::of, AccountRow::toDomain)));
    }

    @Override
    public void update(Account account) {
        sql.update(
                UPDATE,
                account.passwordHash().value(),
                account.failedAttempts(),
                account.lockedUntil(),
                account.updatedAt(),
                account.userId());
    }

    @Override
    public void pretendUpdate() {
        sql.update(PRETEND);
    }

    private static Account read(Cells row) {
        return row.as(AccountRow.class).toDomain();
    }
}
