package dev.cairn.persistence.prompt;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptFilter;
import dev.cairn.domain.prompt.PromptRepository;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.RootStore;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.SoftDeletion;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import dev.cairn.schema.Engine;
import io.micronaut.data.annotation.Query;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The store of prompts. */
@Store
abstract class PromptStore extends RootStore<Prompt, PromptRow> implements PromptRepository {
    /** Joins the caller {@code u}, unless it is limited to another project or to any, and its role in the prompt's project. */
    private static final String JOINS =
            " JOIN users u ON u.id = ? AND coalesce(r.project_id, 0) = coalesce(?, r.project_id, 0)"
                    + " LEFT JOIN project_members m ON m.project_id = r.project_id AND m.user_id = u.id";

    private static final String READS = "(r.project_id IS NULL OR m.user_id IS NOT NULL) AND r.id = ?";
    private static final String LIVE = " AND r.deleted_at IS NULL";

    private final GuardedFinder<Prompt> finder;
    private final RowList<PromptRow, Prompt> list;
    private final SoftDeletion deletions;
    private final Engine engine;

    PromptStore(PromptMapper mapper, SharedSql sql, Engine engine) {
        super(PromptRow.class, "prompt", mapper, sql);
        this.engine = engine;
        this.finder = sql.finder(
                kind(),
                sql.columns(PromptRow.class, "r") + ", coalesce(m.role, 'OWNER') AS " + Membership.ROLE_COLUMN,
                "prompts r" + JOINS,
                Membership::values,
                cells -> mapper.toDomain(cells.as(PromptRow.class)));
        this.list = sql.list(PromptRow.class, mapper::toDomain, Sorts.of(SORTS).by("title", "titleKey"));
        this.deletions = sql.softDeletion(PromptRow.class);
    }

    /** @param titles the keys of a JSON object */
    @Query("""
            SELECT p.* FROM prompts p
             WHERE p.project_id = :project AND p.deleted_at IS NULL AND p.title_key IN (SELECT e.key FROM json_each(:titles) e)
            """)
    abstract List<PromptRow> findNamed(Id<Project> project, String titles);

    /** @param titles the keys of a JSON object */
    @Query("""
            SELECT p.* FROM prompts p
             WHERE p.project_id IS NULL AND p.deleted_at IS NULL AND p.title_key IN (SELECT e.key FROM json_each(:titles) e)
             ORDER BY p.id
            """)
    abstract List<PromptRow> findOutside(String titles);

    @Override
    public Prompt require(Access access, Id<Prompt> id) {
        return finder.require(access, READS + LIVE, id);
    }

    @Override
    public Prompt requireAny(Access access, Id<Prompt> id) {
        return finder.require(access, READS, id);
    }

    @Override
    public List<Prompt> findByTitles(@Nullable Id<Project> project, Collection<String> titles) {
        String keys = JsonLists.write(
                titles.stream().map(Text::uniqueKey).collect(Collectors.toMap(key -> key, _ -> 0, (one, _) -> one)));
        return toDomain(project == null ? findOutside(keys) : findNamed(project, keys));
    }

    @Override
    public void storeAll(List<Prompt> changed) {
        updateEach(changed);
    }

    @Override
    public Page<Prompt> page(PromptFilter filter, PageRequest request) {
        Conditions where = new Conditions().and("r.deleted_at IS NULL");
        if (filter.projectId() == null) {
            where.and("r.project_id IS NULL");
        } else {
            where.and("r.project_id = ?", filter.projectId());
        }
        if (filter.label() != null) {
            where.and("? IN (" + engine.elements("r.labels") + ")", filter.label());
        }
        if (filter.text() != null) {
            where.and("r.title_key LIKE ? ESCAPE '!'", Conditions.contains(Text.uniqueKey(filter.text())));
        }
        return list.page(filter, where, request);
    }

    @Override
    public void deleteByProject(Id<Project> project, Deletion deletion) {
        deletions.delete(deletion, "project_id = ?", project);
    }

    @Override
    public void restore(Deletion deletion) {
        deletions.restore(deletion);
    }
}
