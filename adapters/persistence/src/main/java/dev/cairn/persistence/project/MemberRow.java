package dev.cairn.persistence.project;

import dev.cairn.domain.access.Role;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.user.UserType;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A row of {@code project_members} with the user's name. */
@Introspected
record MemberRow(long projectId, long userId, Role role, Instant joinedAt, String name, UserType type) {
    MemberView toDomain() {
        return new MemberView(new ProjectMemberRow(projectId, userId, role, joinedAt).toDomain(), name, type);
    }
}
