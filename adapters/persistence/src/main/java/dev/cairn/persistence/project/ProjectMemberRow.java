package dev.cairn.persistence.project;

import dev.cairn.domain.access.Role;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserType;
import dev.cairn.schema.Index;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code project_members}; a project has one owner (R21). */
@MappedEntity("project_members")
@Index(name = "project_members_user", on = "user_id, project_id")
@Index(name = "project_members_owner", on = "project_id", unique = true, where = "role = 'OWNER'")
record ProjectMemberRow(
        @Id @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        @Id @References(value = User.class, onDelete = OnDelete.CASCADE)
        long userId,

        Role role,
        Instant joinedAt) {
    static ProjectMemberRow of(ProjectMember member) {
        return new ProjectMemberRow(
                member.projectId().value(), member.userId().value(), member.role(), member.joinedAt());
    }

    ProjectMember toDomain() {
        return new ProjectMember(
                new dev.cairn.domain.kernel.Id<>(projectId), new dev.cairn.domain.kernel.Id<>(userId), role, joinedAt);
    }

    MemberStore.Member with(String name, UserType type) {
        return new MemberStore.Member(projectId, userId, role, joinedAt, name, type);
    }
}
