package dev.cairn.domain.access;

import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;

/**
 * A store of something that lives in projects. Use cases find it by its reference only with an {@link Access}, which
 * the store makes part of its query: one statement finds the thing and the caller's role.
 *
 * @param <T> the type of the things in projects
 */
public interface Guarded<T> {
    /**
     * Finds a live one as somebody.
     *
     * @throws NotFound {@code not_found} when there is none, or none that the caller may see: the two answers are the
     *     same (R6)
     * @throws Denied {@code role_required} when the caller may see it and its role does not allow what is asked
     */
    T require(Access access, Id<T> id);
}
