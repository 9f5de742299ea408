package dev.cairn.persistence.project;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.project.StatusStatistics;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.GuardedStore;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of projects. */
@Singleton
final class ProjectStore extends GuardedStore<Project, ProjectRow> implements ProjectRepository {
    private static final String KIND = "project";
    private static final String BY_KEY = "r.key = ?";
    private static final Map<String, SortField<Project>> FIELDS = Map.of(
            "key", SortField.text("key", project -> project.key().value()),
            "name",
                    SortField.text(
                            "name_key",
                            project -> Text.uniqueKey(project.content().name())),
            "validationScore",
                    SortField.integer(
                            "validation_score", project -> project.assessment().validationScore()),
            "createdAt",
                    SortField.time("created_at", project -> project.lifecycle().createdAt()),
            "updatedAt",
                    SortField.time("updated_at", project -> project.lifecycle().updatedAt()));
    private static final String TAKE_NUMBERS = """
            UPDATE projects SET next_ticket_number = next_ticket_number + ? WHERE id = ?
            RETURNING next_ticket_number AS next
            """;
    private static final String RESERVE_NUMBER =
            "UPDATE projects SET next_ticket_number = ? WHERE id = ? AND next_ticket_number < ?";
    private static final String OWNED = """
             FROM projects p
            WHERE p.owner_id = ? AND p.deleted_at IS NULL AND p.archived_at IS NULL ORDER BY p.id
            """;
    private static final String CHANGE_OWNER = """
            UPDATE projects SET owner_id = ?, updated_at = ?, version = version + 1
             WHERE id = ? AND owner_id = ? AND deleted_at IS NULL
            RETURNING\s""";
    private static final String TEXT = """
            (lower(key) LIKE ? ESCAPE '!' OR name_key LIKE ? ESCAPE '!' OR description_key LIKE ? ESCAPE '!')""";
    private static final String UPDATE_ARCHIVED = """
            UPDATE projects SET archived_at = ?, updated_at = ?, version = version + 1
             WHERE id = ? AND owner_id = ? AND version = ?
            """;
    private static final String STATISTICS = """
            SELECT p.status, count(*) AS n, sum(p.validation_score) AS scores
              FROM projects p WHERE p.deleted_at IS NULL AND p.archived_at IS NULL AND p.id IN (%s) GROUP BY p.status
            """.formatted(Membership.projects());

    private final Sql sql;
    private final ProjectMapper mapper;
    private final String owned;
    private final String changeOwner;
    private final String open;
    private final KeysetList<Project> list;

    ProjectStore(ProjectRows rows, ProjectMapper mapper, Sql sql) {
        super(ProjectRow.class, KIND, rows, mapper, sql, "r.id");
        this.sql = sql;
        this.mapper = mapper;
        this.owned = "SELECT " + sql.type(ProjectRow.class).select("p") + OWNED;
        this.open = "SELECT " + sql.type(ProjectRow.class).select("p")
                + " FROM project_members m JOIN projects p ON p.id = m.project_id";
        this.changeOwner = CHANGE_OWNER + sql.type(ProjectRow.class).returning();
        this.list = new KeysetList<>(
                sql,
                sql.type(ProjectRow.class).select("p"),
                "projects p",
                FIELDS,
                SortField.integer("id", project -> project.id().value()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Project require(Access access, ProjectRef ref) {
        return switch (ref) {
            case ProjectRef.ById(Id<Project> id) -> require(access, id);
            case ProjectRef.ByKey(ProjectKey key) -> require(access, BY_KEY, key);
        };
    }

    @Override
    public Project requireAny(Access access, ProjectRef ref) {
        return switch (ref) {
            case ProjectRef.ById(Id<Project> id) -> requireAny(access, id);
            case ProjectRef.ByKey(ProjectKey key) -> requireAny(access, BY_KEY, key);
        };
    }

    @Override
    public List<Project> findOwnedBy(Id<User> owner) {
        return sql.query(owned, row -> mapper.toDomain(row.as(ProjectRow.class)), owner);
    }

    @Override
    public Optional<Project> changeOwner(Project transferred, Id<User> from) {
        return sql
                .returning(
                        changeOwner,
                        row -> mapper.toDomain(row.as(ProjectRow.class)),
                        transferred.ownerId(),
                        transferred.lifecycle().updatedAt(),
                        transferred.id(),
                        from)
                .stream()
                .findFirst();
    }

    @Override
    public Page<Project> page(Access access, ProjectFilter filter, PageRequest request) {
        Conditions where = new Conditions()
                .and("deleted_at IS NULL")
                .and(Membership.sees("p.id"), Membership.values(access))
                .oneOf("status", filter.statuses())
                .archived("archived_at", filter.archived());
        if (filter.minScore() != null) {
            where.and("validation_score >= ?", filter.minScore());
        }
        if (filter.text() != null) {
            String pattern = Conditions.contains(Text.uniqueKey(filter.text()));
            where.and(TEXT, pattern, pattern, pattern);
        }
        return list.page(filter, where, request, row -> mapper.toDomain(row.as(ProjectRow.class)));
    }

    @Override
    public List<Project> findOpen(Access access, int limit) {
        List<Role> roles = Stream.of(Role.values())
                .filter(role -> role.includes(access.right().role()))
                .toList();
        Conditions where = new Conditions()
                .and("p.deleted_at IS NULL AND p.archived_at IS NULL")
                .and(Membership.OF_CALLER, Membership.values(access))
                .oneOf("m.role", roles);
        List<@Nullable Object> values = new ArrayList<>(where.values());
        values.add(limit);
        return sql.query(
                open + where.sql() + " ORDER BY p.key LIMIT ?",
                row -> mapper.toDomain(row.as(ProjectRow.class)),
                values.toArray());
    }

    @Override
    public int takeTicketNumbers(Id<Project> project, int count) {
        sql.transaction().takeTurn(project);
        List<Long> next = sql.returning(TAKE_NUMBERS, row -> row.integer("next"), count, project);
        if (next.getFirst() - 1 > TicketKey.NUMBER_MAX) {
            throw new Conflict(ErrorCode.AT_LIMIT, "The project has no ticket number left");
        }
        return Math.toIntExact(next.getFirst() - count);
    }

    @Override
    public int nextTicketNumber(Id<Project> project) {
        return Math.toIntExact(sql.one(
                "SELECT next_ticket_number AS next FROM projects WHERE id = ?", row -> row.integer("next"), project));
    }

    @Override
    public void reserveTicketNumber(Id<Project> project, int number) {
        sql.update(RESERVE_NUMBER, number + 1, project, number + 1);
    }

    @Override
    public void updateArchived(List<Project> archived) {
        sql.updateVersioned(
                UPDATE_ARCHIVED,
                archived.stream()
                        .map(project -> new @Nullable Object[] {
                            project.lifecycle().archivedAt(),
                            project.lifecycle().updatedAt(),
                            project.id(),
                            project.ownerId(),
                            project.lifecycle().version()
                        })
                        .toList());
    }

    @Override
    public List<StatusStatistics> statistics(Access access) {
        Map<ProjectStatus, StatusStatistics> found = new EnumMap<>(ProjectStatus.class);
        for (ProjectStatus status : ProjectStatus.values()) {
            found.put(status, StatusStatistics.of(status, 0, 0));
        }
        sql.query(STATISTICS, ProjectStore::statistics, Membership.values(access))
                .forEach(some -> found.put(some.status(), some));
        return List.copyOf(found.values());
    }

    private static StatusStatistics statistics(Cells row) {
        return StatusStatistics.of(ProjectStatus.valueOf(row.text("status")), row.integer("n"), row.integer("scores"));
    }
}
