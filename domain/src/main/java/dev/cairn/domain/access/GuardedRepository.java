package dev.cairn.domain.access;

import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Repository;

/**
 * The store of one kind of root that lives in projects. What it finds without an {@link Access} is for work that goes on
 * below something found with one.
 *
 * @param <T> the root
 */
public interface GuardedRepository<T> extends Repository<T>, Guarded<T> {
    /**
     * Also a deleted one: for restore and purge.
     *
     * @throws NotFound when there is none that the caller may see
     * @throws Denied {@code role_required}
     */
    T requireAny(Access access, Id<T> id);
}
