package dev.cairn.domain.access;

import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Repository;

/**
 * Stores one kind of root that lives in projects. A use case finds the root that it was asked for with an {@link
 * Access}; it may call the methods without one only for what hangs on that root.
 *
 * @param <T> the root
 */
public interface GuardedRepository<T> extends Repository<T>, Guarded<T> {
    /**
     * Finds a root, live or deleted, as somebody: a restore and a purge need both.
     *
     * @throws NotFound {@code not_found} when there is none, or none that the caller may see
     * @throws Denied {@code role_required} when the caller may see it and its role does not allow what is asked
     */
    T requireAny(Access access, Id<T> id);
}
