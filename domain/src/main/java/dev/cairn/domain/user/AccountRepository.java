package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import java.util.Optional;

/** Stores accounts. The use cases of logging in and of passwords call it before the caller is known. */
public interface AccountRepository {
    /** Finds an account by its username, ignoring case; answers empty when there is none. */
    Optional<Account> find(Username username);

    /** Finds the account of a user; answers empty for agents, and for the local owner before it registers. */
    Optional<Account> find(Id<User> user);

    /** Finds the account of a user, and keeps others from changing it until the transaction ends. */
    Optional<Account> lock(Id<User> user);

    /**
     * Inserts an account.
     *
     * @throws dev.cairn.domain.error.Conflict {@code username_taken} when somebody has this username, ignoring case
     */
    void insert(Account account);

    /** Stores a changed account. The caller has it locked. */
    void update(Account account);

    /** Writes one arbitrary account unchanged, so that a login of an unknown user costs the same write (R15). */
    void pretendUpdate();
}
