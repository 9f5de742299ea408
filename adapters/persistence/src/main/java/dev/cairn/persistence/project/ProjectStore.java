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
import dev.cairn.persistence.jdbc.CurrentTransaction;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.GuardedStore;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of projects. */
@Store
abstract class ProjectStore extends GuardedStore<Project, ProjectRow> implements ProjectRepository {
    /** The number of projects with a status, and the sum of their scores. */
    @Introspected
    record StatusCount(ProjectStatus status, long n, long scores) {
        StatusStatistics toDomain() {
            return StatusStatistics.of(status, n, scores);
        }
    }

    private static final String BY_KEY = "r.key = ?";
    private static final String TEXT = """
            (lower(key) LIKE ? ESCAPE '!' OR name_key LIKE ? ESCAPE '!' OR description_key LIKE ? ESCAPE '!')""";

    private final CurrentTransaction transaction;
    private final RowList<ProjectRow, Project> list;

    ProjectStore(ProjectMapper mapper, SharedSql sql, CurrentTransaction transaction) {
        super(ProjectRow.class, "project", mapper, sql, "r.id");
        this.transaction = transaction;
        this.list = sql.list(ProjectRow.class, mapper::toDomain, Sorts.of(SORTS).by("name", "nameKey"));
    }

    abstract List<ProjectRow> findByOwnerIdAndDeletedAtIsNullAndArchivedAtIsNullOrderById(long ownerId);

    @Query("""
            UPDATE projects SET owner_id = :owner, updated_at = :at, version = version + 1
             WHERE id = :project AND owner_id = :from AND deleted_at IS NULL
            RETURNING *
            """)
    abstract List<ProjectRow> changeOwner(Id<Project> project, Id<User> from, Id<User> owner, Instant at);

    @Query("""
            SELECT p.* FROM project_members m JOIN projects p ON p.id = m.project_id
             WHERE p.deleted_at IS NULL AND p.archived_at IS NULL AND m.role IN (:roles) AND\s""" + Membership.OF_USER + " ORDER BY p.key LIMIT :limit")
    abstract List<ProjectRow> findOpen(Id<User> user, @Nullable Id<?> only, List<Role> roles, int limit);

    @Query("""
            UPDATE projects SET next_ticket_number = next_ticket_number + :count WHERE id = :project
            RETURNING next_ticket_number
            """)
    abstract List<Long> takeNumbers(Id<Project> project, int count);

    @Override
    @Query("SELECT next_ticket_number FROM projects WHERE id = :project")
    public abstract int nextTicketNumber(Id<Project> project);

    @Override
    @Query("""
            UPDATE projects SET next_ticket_number = :number + 1 WHERE id = :project AND next_ticket_number <= :number
            """)
    public abstract void reserveTicketNumber(Id<Project> project, int number);

    @Query("""
            SELECT p.status, count(*) AS n, sum(p.validation_score) AS scores FROM projects p
             WHERE p.deleted_at IS NULL AND p.archived_at IS NULL
               AND p.id IN (SELECT m.project_id FROM project_members m WHERE\s""" + Membership.OF_USER + ") GROUP BY p.status")
    abstract List<StatusCount> countByStatus(Id<User> user, @Nullable Id<?> only);

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
        return toDomain(findByOwnerIdAndDeletedAtIsNullAndArchivedAtIsNullOrderById(owner.value()));
    }

    @Override
    public Optional<Project> changeOwner(Project transferred, Id<User> from) {
        return toDomain(changeOwner(
                        transferred.id(),
                        from,
                        transferred.ownerId(),
                        transferred.lifecycle().updatedAt()))
                .stream()
                .findFirst();
    }

    @Override
    public Page<Project> page(Access access, ProjectFilter filter, PageRequest request) {
        Conditions where = new Conditions()
                .and("deleted_at IS NULL")
                .and(Membership.sees("r.id"), Membership.values(access))
                .oneOf("status", filter.statuses())
                .archived("archived_at", filter.archived());
        if (filter.minScore() != null) {
            where.and("validation_score >= ?", filter.minScore());
        }
        if (filter.text() != null) {
            String pattern = Conditions.contains(Text.uniqueKey(filter.text()));
            where.and(TEXT, pattern, pattern, pattern);
        }
        return list.page(filter, where, request);
    }

    @Override
    public List<Project> findOpen(Access access, int limit) {
        List<Role> roles = Stream.of(Role.values())
                .filter(role -> role.includes(access.right().role()))
                .toList();
        return toDomain(findOpen(access.userId(), access.projectId(), roles, limit));
    }

    @Override
    public int takeTicketNumbers(Id<Project> project, int count) {
        transaction.takeTurn(project);
        long next = takeNumbers(project, count).getFirst();
        if (next - 1 > TicketKey.NUMBER_MAX) {
            throw new Conflict(ErrorCode.AT_LIMIT, "The project has no ticket number left");
        }
        return Math.toIntExact(next - count);
    }

    @Override
    public void updateArchived(List<Project> archived) {
        updateEach(archived);
    }

    @Override
    public List<StatusStatistics> statistics(Access access) {
        Map<ProjectStatus, StatusStatistics> found = new EnumMap<>(ProjectStatus.class);
        for (ProjectStatus status : ProjectStatus.values()) {
            found.put(status, StatusStatistics.of(status, 0, 0));
        }
        countByStatus(access.userId(), access.projectId()).forEach(some -> found.put(some.status(), some.toDomain()));
        return List.copyOf(found.values());
    }
}
