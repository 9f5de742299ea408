package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.InProject;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.jdbc.Sql;

/**
 * The generic store of roots whose rows name their project in {@code project_id}.
 *
 * @param <T> the root
 * @param <R> its row
 */
public abstract class ProjectContentsStore<T, R extends RootRow> extends GuardedStore<T, R> implements InProject<T> {
    private final Sql sql;
    private final String delete;
    private final String restore;

    protected ProjectContentsStore(Class<R> type, String kind, Rows<R> rows, RowMapper<T, R> mapper, Sql sql) {
        this(type, kind, rows, mapper, sql, "");
    }

    /** @param visible as in {@link GuardedStore} */
    protected ProjectContentsStore(
            Class<R> type, String kind, Rows<R> rows, RowMapper<T, R> mapper, Sql sql, String visible) {
        super(type, kind, rows, mapper, sql, "r.project_id", visible);
        String table = sql.type(type).table();
        this.sql = sql;
        this.delete =
                "UPDATE " + table + " SET deleted_at = ?, deletion_id = ? WHERE project_id = ? AND deleted_at IS NULL";
        this.restore = "UPDATE " + table + " SET deleted_at = NULL, deletion_id = NULL WHERE deletion_id = ?";
    }

    @Override
    public final void deleteByProject(Id<Project> project, Deletion deletion) {
        sql.update(delete, deletion.at(), deletion.id(), project);
    }

    @Override
    public final void restore(Deletion deletion) {
        sql.update(restore, deletion.id());
    }
}
