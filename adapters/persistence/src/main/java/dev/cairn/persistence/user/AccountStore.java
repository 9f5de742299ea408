package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.AccountRepository;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.Username;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The store of accounts. */
@Store
abstract class AccountStore implements AccountRepository, GenericRepository<AccountRow, Long> {
    abstract Optional<AccountRow> findByUsernameKey(String usernameKey);

    abstract Optional<AccountRow> findByUserId(long userId);

    /** Writes the row unchanged: on both engines nobody else then writes it until the transaction ends. */
    @Query("UPDATE accounts SET failed_attempts = failed_attempts WHERE user_id = :user RETURNING *")
    abstract List<AccountRow> locked(Id<User> user);

    abstract AccountRow save(AccountRow row);

    @Query("""
            UPDATE accounts SET password_hash = :passwordHash, failed_attempts = :failedAttempts,
                   locked_until = :lockedUntil, updated_at = :updatedAt
             WHERE user_id = :userId
            """)
    abstract void change(AccountRow row);

    /** Writes one arbitrary row unchanged, so that a login of an unknown user costs the same write. */
    @Override
    @Query("""
            UPDATE accounts SET failed_attempts = failed_attempts
             WHERE user_id = (SELECT user_id FROM accounts ORDER BY user_id LIMIT 1)
            """)
    public abstract void pretendUpdate();

    @Override
    public Optional<Account> find(Username username) {
        return findByUsernameKey(username.key()).map(AccountStore::read);
    }

    @Override
    public Optional<Account> find(Id<User> user) {
        return findByUserId(user.value()).map(AccountStore::read);
    }

    @Override
    public Optional<Account> lock(Id<User> user) {
        return locked(user).stream().map(AccountStore::read).findFirst();
    }

    @Override
    public void insert(Account account) {
        save(ReadBack.row(account, AccountRow::of, AccountRow::toDomain));
    }

    @Override
    public void update(Account account) {
        change(AccountRow.of(account));
    }

    private static Account read(AccountRow row) {
        return Errors.reading(row, AccountRow::toDomain);
    }
}
