package dev.cairn.domain.user;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Repository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of users. */
public interface UserRepository extends Repository<User>, Listed<UserFilter, User> {
    Set<String> SORTS = Set.of("name", "createdAt", "updatedAt");

    /** As {@link #find}; until the transaction ends nobody else changes or deactivates them. */
    Optional<User> lock(Id<User> id);

    /** As {@link #require}, locked. */
    default User requireLocked(Id<User> id) {
        return lock(id).orElseThrow(() -> NotFound.of(kind(), id));
    }

    /** The active admins; until the transaction ends nobody else changes who is one. */
    List<Id<User>> lockAdmins();

    /** The live ones among these, in no order. */
    List<User> findAll(Collection<Id<User>> ids);

    /** The agents this human answers for, deactivated ones too. */
    List<User> agentsOf(Id<User> owner);

    /**
     * Stores whether these users are active, by one statement, and raises their versions.
     *
     * @throws dev.cairn.domain.error.Unavailable when one of them has another version: it was not read in this transaction
     */
    void updateActivation(List<User> users);
}
