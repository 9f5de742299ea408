package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import java.util.Optional;

/** The store of accounts. */
public interface AccountRepository {
    Optional<Account> find(Username username);

    Optional<Account> find(Id<User> user);

    /** As {@link #find(Id)}; until the transaction ends nobody else changes it. */
    Optional<Account> lock(Id<User> user);

    /** @throws dev.cairn.domain.error.Conflict {@code username_taken} */
    void insert(Account account);

    void update(Account account);

    /** Costs what {@link #update} costs and changes nothing: for somebody who is not there (R15). */
    void pretendUpdate();
}
