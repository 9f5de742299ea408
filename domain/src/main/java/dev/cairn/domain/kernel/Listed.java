package dev.cairn.domain.kernel;

/**
 * A store that answers filtered pages.
 *
 * @param <F> the filter, a record whose {@code toString} is stable: cursors are bound to it
 * @param <V> the type of a row
 */
public interface Listed<F extends Record, V> {
    /** @throws dev.cairn.domain.error.Invalid {@code malformed_cursor} when the cursor is not of this filter and sort */
    Page<V> page(F filter, PageRequest request);
}
