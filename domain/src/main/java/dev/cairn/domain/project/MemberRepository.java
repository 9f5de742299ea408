package dev.cairn.domain.project;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stores memberships. A use case finds the project with an access before it calls this. */
public interface MemberRepository extends Listed<MemberRepository.OfProject, MemberView> {
    /** The order of a list: by user id, so the oldest users first. */
    Sort ORDER = Sort.by(Sort.asc("userId"));

    /** Names the project whose members a list shows. */
    record OfProject(Id<Project> projectId) {}

    /** Answers a member with its user; empty when the user is none. */
    Optional<MemberView> find(Id<Project> project, Id<User> user);

    /** Counts the members, deactivated ones too. */
    int count(Id<Project> project);

    /** Answers the active members among these users. */
    Set<Id<User>> activeAmong(Id<Project> project, Collection<Id<User>> users);

    /** Answers the members among these users that may write. */
    Set<Id<User>> writersAmong(Id<Project> project, Collection<Id<User>> users);

    /** Answers the members of each of these projects, deactivated ones too, by one query. */
    Map<Id<Project>, Set<Id<User>>> ofEach(Collection<Id<Project>> projects);

    /** Inserts the members of a new project. */
    void insertAll(List<ProjectMember> members);

    /**
     * Stores a new member, or the new role of one who keeps its {@code joinedAt}.
     *
     * @return false when the user is the owner, who stays it (R21)
     */
    boolean save(ProjectMember member);

    /** Makes the owner an editor and another user, a member or not, the owner: a transfer calls this (R21). */
    void changeOwner(Id<Project> project, Id<User> from, Id<User> to, Instant now);

    /**
     * Removes a member.
     *
     * @return false when there was none, or it is the owner, who stays it
     */
    boolean delete(Id<Project> project, Id<User> user);

    /**
     * Answers a member with its user.
     *
     * @throws NotFound {@code not_found} when the user is no member
     */
    default MemberView require(Id<Project> project, Id<User> user) {
        return find(project, user).orElseThrow(() -> NotFound.of("member", user));
    }
}
