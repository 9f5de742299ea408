package dev.cairn.persistence.kernel;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.GuardedRepository;
import dev.cairn.domain.kernel.Id;

/**
 * The generic store of roots that live in projects.
 *
 * @param <T> the root
 * @param <R> its row
 */
public abstract class GuardedStore<T, R extends RootRow> extends RootStore<T, R> implements GuardedRepository<T> {
    private static final String LIVE = " AND r.deleted_at IS NULL";

    private final GuardedFinder<T> finder;
    private final String visible;

    /** @param project the column of {@code r} that names its project */
    protected GuardedStore(Class<R> type, String kind, RowMapper<T, R> mapper, SharedSql sql, String project) {
        this(type, kind, mapper, sql, project, "");
    }

    /** @param visible what else must hold of {@code r} and the caller's membership {@code m}, or nothing */
    protected GuardedStore(
            Class<R> type, String kind, RowMapper<T, R> mapper, SharedSql sql, String project, String visible) {
        super(type, kind, mapper, sql);
        this.visible = visible.isEmpty() ? "" : " AND " + visible;
        this.finder = sql.finder(type, kind, project, mapper::toDomain);
    }

    @Override
    public final T require(Access access, Id<T> id) {
        return require(access, "r.id = ?", id);
    }

    @Override
    public final T requireAny(Access access, Id<T> id) {
        return requireAny(access, "r.id = ?", id);
    }

    /** Finds the live one that meets a condition on {@code r} with one mark. */
    protected final T require(Access access, String condition, Object reference) {
        return finder.require(access, condition + visible + LIVE, reference);
    }

    /** Finds the one that meets a condition on {@code r} with one mark, also a deleted one. */
    protected final T requireAny(Access access, String condition, Object reference) {
        return finder.require(access, condition + visible, reference);
    }
}
