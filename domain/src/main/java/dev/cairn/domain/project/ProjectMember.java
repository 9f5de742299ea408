package dev.cairn.domain.project;

import dev.cairn.domain.access.Role;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Instant;

/** A user, human or agent, who is a member of a project (R18). Others cannot see the project. */
public record ProjectMember(Id<Project> projectId, Id<User> userId, Role role, Instant joinedAt) {
    public static final int PER_PROJECT_MAX = 1_000;

    /** Makes the creator of a project its owner (R19). */
    public static ProjectMember owner(Project project) {
        return new ProjectMember(
                project.id(), project.ownerId(), Role.OWNER, project.lifecycle().createdAt());
    }
}
