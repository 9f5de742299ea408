package dev.cairn.domain.project;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of memberships. */
public interface MemberRepository extends Listed<MemberRepository.OfProject, MemberView> {
    /** By the age of the users. */
    Sort ORDER = Sort.by(Sort.asc("userId"));

    /** The members of one project. */
    record OfProject(Id<Project> projectId) {}

    Optional<MemberView> find(Id<Project> project, Id<User> user);

    int count(Id<Project> project);

    /** Those of these users who are members and not deactivated. */
    Set<Id<User>> activeAmong(Id<Project> project, Collection<Id<User>> users);

    /** Stores the members of a new project. */
    void insertAll(List<ProjectMember> members);

    /**
     * Stores the role of a new member, or the new role of one who keeps its {@code joinedAt}.
     *
     * @return false for the owner, who stays it (R21)
     */
    boolean save(ProjectMember member);

    /** Makes the owner an editor, and another user, a member or not, the owner: what a transfer does (R21). */
    void changeOwner(Id<Project> project, Id<User> from, Id<User> to, Instant now);

    /** @return whether there was one; false also for the owner, who stays it */
    boolean delete(Id<Project> project, Id<User> user);

    default MemberView require(Id<Project> project, Id<User> user) {
        return find(project, user).orElseThrow(() -> NotFound.of("member", user));
    }
}
