package dev.cairn.persistence.kernel;

/**
 * Carries every field of a root to its flat row and back.
 *
 * @param <T> the root
 * @param <R> the row
 */
public interface RowMapper<T, R> {
    T toDomain(R row);

    R toRow(T root);
}
