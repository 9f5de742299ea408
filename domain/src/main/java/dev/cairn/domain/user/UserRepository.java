package dev.cairn.domain.user;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Repository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores users, people and agents. Inserts and updates fail with {@code email_taken} when somebody has this address,
 * ignoring case.
 */
public interface UserRepository extends Repository<User>, Listed<UserFilter, User> {
    Set<String> SORTS = Set.of("name", "createdAt", "updatedAt");

    /**
     * Finds a user as {@link #find} does, and keeps others from changing or deactivating them until the transaction
     * ends.
     */
    Optional<User> lock(Id<User> id);

    /**
     * Finds a user, locked as by {@link #lock}.
     *
     * @throws NotFound {@code not_found} when there is none
     */
    default User requireLocked(Id<User> id) {
        return lock(id).orElseThrow(() -> NotFound.of(kind(), id));
    }

    /** Answers the active admins, and keeps others from changing who is one until the transaction ends. */
    List<Id<User>> lockAdmins();

    /** Answers the users among these, in no order. */
    List<User> findAll(Collection<Id<User>> ids);

    /** Answers the agents for whom this human answers, deactivated ones too. */
    List<User> agentsOf(Id<User> owner);

    /**
     * Stores by one statement whether these users are active, and raises their versions.
     *
     * @throws dev.cairn.domain.error.Unavailable {@code busy} when one of them has another version than this
     *     transaction read
     */
    void updateActivation(List<User> users);
}
