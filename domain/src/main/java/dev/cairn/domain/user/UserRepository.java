package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Repository;
import java.util.Optional;

/** The store of users. */
public interface UserRepository extends Repository<User> {
    /** The built-in local owner: the first human there is. */
    Optional<User> findLocalOwner();
}
