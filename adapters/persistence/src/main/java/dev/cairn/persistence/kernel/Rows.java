package dev.cairn.persistence.kernel;

import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/**
 * What Micronaut Data generates for one table; not a bean by itself.
 *
 * @param <R> the row
 */
public interface Rows<R> extends GenericRepository<R, Long> {
    Optional<R> findById(Long id);

    R save(R row);

    R update(R row);

    void deleteById(Long id);
}
