package dev.cairn.domain.project;

import dev.cairn.domain.access.Role;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Instant;

/** A user, human or agent, who takes part in a project (R18); whoever is none does not see it. */
public record ProjectMember(Id<Project> projectId, Id<User> userId, Role role, Instant joinedAt) {
    public static final int PER_PROJECT_MAX = 1_000;

    /** Makes the creator of a project its owner (R19). */
    public static ProjectMember owner(Project project) {
        return new ProjectMember(
                project.id(), project.ownerId(), Role.OWNER, project.lifecycle().createdAt());
    }
}
