package dev.cairn.persistence.project;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserType;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store of memberships. */
@Singleton
final class MemberStore implements MemberRepository {
    private static final SortField<MemberView> USER =
            SortField.integer("user_id", view -> view.member().userId().value());
    private static final String FROM = "project_members m JOIN users u ON u.id = m.user_id";
    private static final String SAVE = """
            INSERT INTO project_members (project_id, user_id, role, joined_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role
            """;

    private final Sql sql;
    private final String columns;
    private final String activeAmong;
    private final KeysetList<MemberView> list;

    MemberStore(Sql sql) {
        this.sql = sql;
        this.columns = sql.type(ProjectMemberRow.class).select("m") + ", u.name, u.type";
        this.activeAmong = "SELECT m.user_id FROM " + FROM
                + " WHERE m.project_id = ? AND u.deactivated_at IS NULL AND m.user_id IN "
                + sql.engine().ids();
        this.list = new KeysetList<>(sql, columns, FROM, Map.of("userId", USER), USER);
    }

    @Override
    public Optional<MemberView> find(Id<Project> project, Id<User> user) {
        return sql.first(
                "SELECT " + columns + " FROM " + FROM + " WHERE m.project_id = ? AND m.user_id = ?",
                MemberStore::view,
                project,
                user);
    }

    @Override
    public int count(Id<Project> project) {
        return Math.toIntExact(sql.one(
                "SELECT count(*) AS members FROM project_members WHERE project_id = ?",
                row -> row.integer("members"),
                project));
    }

    @Override
    public Set<Id<User>> activeAmong(Id<Project> project, Collection<Id<User>> users) {
        return Set.copyOf(sql.query(activeAmong, row -> row.id("user_id"), project, Sql.ids(users)));
    }

    @Override
    public Page<MemberView> page(OfProject filter, PageRequest request) {
        Conditions where = new Conditions().and("m.project_id = ?", filter.projectId());
        return list.page(filter, where, request, MemberStore::view);
    }

    @Override
    public void insertAll(List<ProjectMember> members) {
        sql.insertAll(
                ProjectMemberRow.class,
                members.stream()
                        .map(member -> new ProjectMemberRow(
                                member.projectId().value(), member.userId().value(), member.role(), member.joinedAt()))
                        .toList());
    }

    @Override
    public void save(ProjectMember member) {
        sql.update(SAVE, member.projectId(), member.userId(), member.role(), member.joinedAt());
    }

    @Override
    public boolean delete(Id<Project> project, Id<User> user) {
        return sql.update("DELETE FROM project_members WHERE project_id = ? AND user_id = ?", project, user) > 0;
    }

    private static MemberView view(Cells row) {
        ProjectMemberRow member = row.as(ProjectMemberRow.class);
        return new MemberView(
                new ProjectMember(
                        new Id<>(member.projectId()), new Id<>(member.userId()), member.role(), member.joinedAt()),
                row.text("name"),
                UserType.valueOf(row.text("type")));
    }
}
