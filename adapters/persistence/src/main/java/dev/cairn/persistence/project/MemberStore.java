package dev.cairn.persistence.project;

import dev.cairn.domain.access.Role;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserType;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.SortField;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The store of memberships. */
@Store
abstract class MemberStore implements MemberRepository, GenericRepository<ProjectMemberRow, Object> {
    /** A row of {@code project_members} with the user's name. */
    @Introspected
    record Member(long projectId, long userId, Role role, Instant joinedAt, String name, UserType type) {
        MemberView toDomain() {
            return new MemberView(new ProjectMemberRow(projectId, userId, role, joinedAt).toDomain(), name, type);
        }
    }

    private static final SortField<MemberView> USER =
            SortField.integer("user_id", view -> view.member().userId().value());
    private static final String WITH_USER = " JOIN users u ON u.id = ";
    private static final String SAVE = """
            INSERT INTO project_members (project_id, user_id, role, joined_at)
            VALUES (:projectId, :userId, :role, :joinedAt)
            ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role
            """;
    private static final String OF_USER = " WHERE project_id = :project AND user_id = :user AND role ";

    private final KeysetList<MemberView> list;

    MemberStore(SharedSql sql) {
        this.list = sql.list(
                ProjectMemberRow.class,
                ", u.name, u.type",
                "project_members r" + WITH_USER + "r.user_id",
                Map.of("userId", USER),
                USER,
                row -> row.as(ProjectMemberRow.class)
                        .with(row.text("name"), UserType.valueOf(row.text("type")))
                        .toDomain());
    }

    @Query("SELECT m.project_id, m.user_id, m.role, m.joined_at, u.name, u.type FROM project_members m" + WITH_USER
            + "m.user_id WHERE m.project_id = :project AND m.user_id = :user")
    abstract Optional<Member> findMember(Id<Project> project, Id<User> user);

    abstract int countByProjectId(long projectId);

    @Query("SELECT m.user_id FROM project_members m" + WITH_USER
            + "m.user_id WHERE m.project_id = :project AND u.deactivated_at IS NULL AND m.user_id " + IdSet.IN)
    abstract List<Long> findActive(Id<Project> project, String ids);

    @Query("SELECT m.user_id FROM project_members m WHERE m.project_id = :project AND m.role <> 'VIEWER' AND m.user_id "
            + IdSet.IN)
    abstract List<Long> findWriters(Id<Project> project, String ids);

    @Query("SELECT m.* FROM project_members m WHERE m.project_id " + IdSet.IN)
    abstract List<ProjectMemberRow> findOfEach(String ids);

    abstract List<ProjectMemberRow> saveAll(List<ProjectMemberRow> rows);

    @Query(SAVE)
    abstract void put(ProjectMemberRow row);

    @Query(SAVE + " WHERE project_members.role <> 'OWNER'")
    abstract int putMember(Id<Project> projectId, Id<User> userId, Role role, Instant joinedAt);

    @Query("UPDATE project_members SET role = 'EDITOR'" + OF_USER + "= 'OWNER'")
    abstract void demote(Id<Project> project, Id<User> user);

    @Query("DELETE FROM project_members" + OF_USER + "<> 'OWNER'")
    abstract int remove(Id<Project> project, Id<User> user);

    @Override
    public Optional<MemberView> find(Id<Project> project, Id<User> user) {
        return findMember(project, user).map(row -> Errors.reading(row, Member::toDomain));
    }

    @Override
    public int count(Id<Project> project) {
        return countByProjectId(project.value());
    }

    @Override
    public Set<Id<User>> activeAmong(Id<Project> project, Collection<Id<User>> users) {
        return findActive(project, IdSet.of(users)).stream()
                .map(id -> new Id<User>(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<Id<User>> writersAmong(Id<Project> project, Collection<Id<User>> users) {
        return findWriters(project, IdSet.of(users)).stream()
                .map(id -> new Id<User>(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<Id<Project>, Set<Id<User>>> ofEach(Collection<Id<Project>> projects) {
        return findOfEach(IdSet.of(projects)).stream()
                .collect(Collectors.groupingBy(
                        row -> new Id<>(row.projectId()),
                        Collectors.mapping(row -> new Id<>(row.userId()), Collectors.toUnmodifiableSet())));
    }

    @Override
    public Page<MemberView> page(OfProject filter, PageRequest request) {
        return list.page(filter, new Conditions().and("r.project_id = ?", filter.projectId()), request);
    }

    @Override
    public void insertAll(List<ProjectMember> members) {
        saveAll(members.stream().map(ProjectMemberRow::of).toList());
    }

    @Override
    public boolean save(ProjectMember member) {
        return putMember(member.projectId(), member.userId(), member.role(), member.joinedAt()) > 0;
    }

    @Override
    public void changeOwner(Id<Project> project, Id<User> from, Id<User> to, Instant now) {
        demote(project, from);
        put(new ProjectMemberRow(project.value(), to.value(), Role.OWNER, now));
    }

    @Override
    public boolean delete(Id<Project> project, Id<User> user) {
        return remove(project, user) > 0;
    }
}
