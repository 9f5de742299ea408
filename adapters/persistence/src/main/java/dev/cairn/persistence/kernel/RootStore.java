package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Repository;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.jdbc.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The generic store of roots on top of generated rows.
 *
 * @param <T> the root
 * @param <R> its row
 */
public abstract class RootStore<T, R extends RootRow> implements Repository<T> {
    private final Class<R> type;
    private final Rows<R> rows;
    private final RowMapper<T, R> mapper;
    private final Sql sql;

    protected RootStore(Class<R> type, Rows<R> rows, RowMapper<T, R> mapper, Sql sql) {
        this.type = type;
        this.sql = sql;
        this.rows = rows;
        this.mapper = mapper;
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
        return mapper.toDomain(translated(() -> rows.save(mapper.toRow(root))));
    }

    @Override
    public final List<T> insertAll(List<T> roots) {
        sql.insertAll(type, ReadBack.rows(roots, mapper::toRow, mapper::toDomain));
        return roots;
    }

    @Override
    public final T update(T root) {
        return mapper.toDomain(translated(() -> rows.update(mapper.toRow(root))));
    }

    @Override
    public final void delete(Id<T> id) {
        translated(() -> {
            rows.deleteById(id.value());
            return id;
        });
    }

    private Optional<R> read(Id<T> id) {
        return Errors.reading(sql.type(type).table(), id.value(), () -> rows.findById(id.value()));
    }

    private T toDomain(R row) {
        return Errors.reading(sql.type(type).table(), row.id(), () -> mapper.toDomain(row));
    }

    private static <V> V translated(Supplier<V> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw Errors.translate(e);
        }
    }
}
