package dev.cairn.domain.project;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.User;
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

    /** Stores the role of a new member, or the new role of one who keeps its {@code joinedAt}. */
    void save(ProjectMember member);

    /** @return whether there was one */
    boolean delete(Id<Project> project, Id<User> user);

    default MemberView require(Id<Project> project, Id<User> user) {
        return find(project, user).orElseThrow(() -> NotFound.of("member", user));
    }
}
