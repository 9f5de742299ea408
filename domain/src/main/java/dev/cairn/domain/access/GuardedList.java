package dev.cairn.domain.access;

import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;

/**
 * A store that answers pages over all projects, of which a caller gets what it may see.
 *
 * @param <F> the filter, a record whose {@code toString} is stable: cursors are bound to it
 * @param <V> the type of a row
 */
public interface GuardedList<F extends Record, V> {
    /** @throws dev.cairn.domain.error.Invalid {@code malformed_cursor} when the cursor is not of this filter and sort */
    Page<V> page(Access access, F filter, PageRequest request);
}
