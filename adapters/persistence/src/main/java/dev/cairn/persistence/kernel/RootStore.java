package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Repository;
import dev.cairn.persistence.jdbc.Errors;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/**
 * The generic store of roots. What is abstract in it Micronaut Data generates for each store.
 *
 * @param <T> the root
 * @param <R> its row
 */
public abstract class RootStore<T, R extends RootRow> implements Repository<T>, GenericRepository<R, Long> {
    private final Class<R> type;
    private final String kind;
    private final RowMapper<T, R> mapper;
    private final SharedSql sql;

    /** @param kind what it holds, as errors name it */
    protected RootStore(Class<R> type, String kind, RowMapper<T, R> mapper, SharedSql sql) {
        this.type = type;
        this.kind = kind;
        this.mapper = mapper;
        this.sql = sql;
    }

    protected abstract Optional<R> findById(Long id);

    protected abstract R save(R row);

    protected abstract R update(R row);

    protected abstract List<R> updateAll(List<R> rows);

    protected abstract void deleteById(Long id);

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final Optional<T> find(Id<T> id) {
        return read(id).filter(row -> row.deletedAt() == null).map(this::toDomain);
    }

    @Override
    public final Optional<T> findAny(Id<T> id) {
        return read(id).map(this::toDomain);
    }

    @Override
    public final T insert(T root) {
        return mapper.toDomain(Errors.translating(() -> save(mapper.toRow(root))));
    }

    /** Inserts many rows by one statement: half of the time that batches take, where triggers run. */
    @Override
    public final List<T> insertAll(List<T> roots) {
        sql.insertAll(type, ReadBack.rows(roots, mapper::toRow, mapper::toDomain));
        return roots;
    }

    @Override
    public final T update(T root) {
        return mapper.toDomain(Errors.translating(() -> update(mapper.toRow(root))));
    }

    /** Updates each as {@link #update(Object)} does. */
    protected final void updateEach(List<T> roots) {
        if (!roots.isEmpty()) {
            Errors.translating(() -> updateAll(roots.stream().map(mapper::toRow).toList()));
        }
    }

    @Override
    public final void delete(Id<T> id) {
        deleteById(id.value());
    }

    private Optional<R> read(Id<T> id) {
        return Errors.reading(type, id.value(), () -> findById(id.value()));
    }

    /** Converts a row to its domain object. */
    protected final T toDomain(R row) {
        return Errors.reading(row, mapper::toDomain);
    }

    protected final List<T> toDomain(List<R> found) {
        return Errors.readingEach(found, mapper::toDomain);
    }
}
