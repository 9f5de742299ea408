package dev.cairn.domain.user;

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

    /** The built-in local owner: the first active human who is an admin. */
    Optional<User> findLocalOwner();

    /** The active admins; until the transaction ends nobody else changes who is one. */
    List<Id<User>> lockAdmins();

    /** The live ones among these, in no order. */
    List<User> findAll(Collection<Id<User>> ids);

    /** The agents this human answers for, deactivated ones too. */
    List<User> agentsOf(Id<User> owner);

    /** Stores whether these users are active, by one statement, and raises their versions. */
    void updateActivation(List<User> users);
}
