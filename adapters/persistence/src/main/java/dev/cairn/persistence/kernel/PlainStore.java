package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.PlainRepository;
import dev.cairn.domain.project.Project;
import java.util.Optional;

/**
 * The generic store of roots that are known in their project by their name, whose key is in {@code name_key} of the row.
 *
 * @param <T> the root
 * @param <R> its row
 */
public abstract class PlainStore<T, R extends RootRow> extends InProjectStore<T, R> implements PlainRepository<T> {
    private final RowList<R, T> list;

    protected PlainStore(Class<R> type, String kind, RowMapper<T, R> mapper, SharedSql sql) {
        super(type, kind, mapper, sql);
        this.list = sql.list(type, mapper::toDomain, Sorts.of(SORTS).by("name", "nameKey"));
    }

    protected abstract Optional<R> findByProjectIdAndNameKeyAndDeletedAtIsNull(long projectId, String nameKey);

    @Override
    public final Optional<T> findByName(Id<Project> project, String name) {
        return Text.isStorable(name)
                ? findByProjectIdAndNameKeyAndDeletedAtIsNull(project.value(), Text.uniqueKey(name))
                        .map(this::toDomain)
                : Optional.empty();
    }

    @Override
    public final Page<T> page(OfProject filter, PageRequest request) {
        Conditions where = new Conditions().and("project_id = ? AND deleted_at IS NULL", filter.projectId());
        return list.page(filter, where, request);
    }
}
