package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.InProject;
import dev.cairn.domain.project.Project;

/**
 * The generic store of roots whose rows name their project in {@code project_id}.
 *
 * @param <T> the root
 * @param <R> its row
 */
public abstract class InProjectStore<T, R extends RootRow> extends GuardedStore<T, R> implements InProject<T> {
    private final SoftDeletion deletions;

    protected InProjectStore(Class<R> type, String kind, RowMapper<T, R> mapper, SharedSql sql) {
        this(type, kind, mapper, sql, "");
    }

    /** @param visible as in {@link GuardedStore} */
    protected InProjectStore(Class<R> type, String kind, RowMapper<T, R> mapper, SharedSql sql, String visible) {
        super(type, kind, mapper, sql, "r.project_id", visible);
        this.deletions = sql.softDeletion(type);
    }

    @Override
    public final void deleteByProject(Id<Project> project, Deletion deletion) {
        deletions.delete(deletion, "project_id = ?", project);
    }

    @Override
    public void restore(Deletion deletion) {
        deletions.restore(deletion);
    }
}
