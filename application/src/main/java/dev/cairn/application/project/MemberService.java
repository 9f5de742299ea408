package dev.cairn.application.project;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.MemberRepository;
import dev.cairn.domain.project.MemberView;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectMember;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.domain.user.UserType;
import java.util.Map;

/** Use cases of the members and the owner of a project (R18, R21). */
public final class MemberService {
    private final UnitOfWork work;
    private final ProjectRepository projects;
    private final MemberRepository members;
    private final UserRepository users;
    private final Departure departure;

    public MemberService(
            UnitOfWork work,
            ProjectRepository projects,
            MemberRepository members,
            UserRepository users,
            Departure departure) {
        this.work = work;
        this.projects = projects;
        this.members = members;
        this.users = users;
        this.departure = departure;
    }

    public Page<MemberView> list(Caller caller, ProjectRef ref, PageRequest page) {
        return work.read(() -> members.page(
                new MemberRepository.OfProject(
                        projects.require(Access.read(caller), ref).id()),
                page));
    }

    public MemberView get(Caller caller, ProjectRef ref, Id<User> user) {
        return work.read(
                () -> members.require(projects.require(Access.read(caller), ref).id(), user));
    }

    /**
     * Makes a user a viewer or editor, or changes which of the two it is; what somebody held who is a viewer now goes back.
     * Only the owner may. Conflicts:
     * {@code owner_required} for the owner itself, as a project is transferred, never left without one;
     * {@code already_deactivated} for a new member who is. An agent comes with the human who answers for it: its model is paid by them.
     *
     * @throws Denied {@code not_yours} for an agent whose human is no member
     * @throws Invalid {@code unknown_value} for the role owner; {@code too_many} at
     *     {@value ProjectMember#PER_PROJECT_MAX} members
     */
    public MemberView put(Caller caller, ProjectRef ref, Id<User> id, Role role) {
        if (role == Role.OWNER) {
            throw Invalid.of(
                    ErrorCode.UNKNOWN_VALUE, "role", "role must be editor or viewer: transfer the project instead");
        }
        return work.write(caller, act -> {
            Project project = projects.require(Access.manage(caller), ref).requireWritable();
            User user = users.require(id);
            MemberView known = members.find(project.id(), id).orElse(null);
            if (known == null) {
                user.requireActive();
                requireItsHuman(project, user);
                requireRoom(project);
                ProjectMember member = new ProjectMember(project.id(), id, role, act.now());
                save(project, member);
                act.record(ActivityType.PROJECT_MEMBER_ADDED, project.id(), project.id())
                        .with(data(member));
                return new MemberView(member, user.name(), user.type());
            }
            requireNotOwner(project, id);
            if (known.member().role() == role) {
                return known;
            }
            ProjectMember member =
                    new ProjectMember(project.id(), id, role, known.member().joinedAt());
            save(project, member);
            act.record(ActivityType.PROJECT_MEMBER_CHANGED, project.id(), project.id())
                    .changed(Difference.between(known.member(), member))
                    .with(data(member));
            if (role == Role.VIEWER) {
                departure.afterWork(act, project, id);
            }
            return new MemberView(member, user.name(), user.type());
        });
    }

    /**
     * The owner removes a member; any other member may leave. Agents lose with their person what they had through them.
     * Conflict {@code owner_required} for the owner.
     */
    public void remove(Caller caller, ProjectRef ref, Id<User> id) {
        boolean leaves = caller.require(Scope.WRITE).userId().equals(id);
        work.write(caller, act -> {
            Project project = projects.require(leaves ? Access.read(caller) : Access.manage(caller), ref)
                    .requireWritable();
            requireNotOwner(project, id);
            if (!members.delete(project.id(), id)) {
                members.require(project.id(), id);
                throw ownerRequired(project);
            }
            act.record(ActivityType.PROJECT_MEMBER_REMOVED, project.id(), project.id())
                    .with("user", id.toString());
            departure.after(act, project, id);
            return project;
        });
    }

    /**
     * Gives the project to another human; the old owner becomes editor (R21). Conflicts: {@code already_owner},
     * {@code owner_not_eligible}, {@code name_taken} when the new owner has a project of that name.
     *
     * @throws Invalid {@code too_many} for somebody who would be one more member than a project may have
     * @throws NotFound when the caller does not own it any more, or there is no such user
     */
    public Project transfer(Caller caller, ProjectRef ref, Expected expected, Id<User> to) {
        return work.write(caller, act -> {
            Project project = projects.require(Access.manage(caller), ref);
            expected.check(project.lifecycle());
            Project wanted = project.transferTo(users.requireLocked(to), act.now());
            if (members.find(project.id(), to).isEmpty()) {
                requireRoom(project);
            }
            Project transferred =
                    projects.changeOwner(wanted, caller.userId()).orElseThrow(() -> NotFound.of(projects.kind(), ref));
            members.changeOwner(project.id(), caller.userId(), to, act.now());
            act.record(ActivityType.PROJECT_TRANSFERRED, project.id(), project.id())
                    .at(transferred.lifecycle())
                    .with("from", caller.userId().toString())
                    .with("to", to.toString());
            return transferred;
        });
    }

    private void requireItsHuman(Project project, User user) {
        if (user.type() == UserType.AGENT
                && members.find(project.id(), user.responsible()).isEmpty()) {
            throw new Denied(
                    ErrorCode.NOT_YOURS, "%s is the agent of somebody who is no member".formatted(user.name()));
        }
    }

    private void requireRoom(Project project) {
        if (members.count(project.id()) >= ProjectMember.PER_PROJECT_MAX) {
            throw Invalid.of(
                    ErrorCode.TOO_MANY,
                    "members",
                    "A project has at most %d members".formatted(ProjectMember.PER_PROJECT_MAX));
        }
    }

    private static void requireNotOwner(Project project, Id<User> user) {
        if (project.ownerId().equals(user)) {
            throw ownerRequired(project);
        }
    }

    private static Conflict ownerRequired(Project project) {
        return new Conflict(
                ErrorCode.OWNER_REQUIRED,
                "Project %s always has an owner: transfer it to somebody else first".formatted(project.key()));
    }

    /** Stores a membership, unless its user was made the owner meanwhile. */
    private void save(Project project, ProjectMember member) {
        if (!members.save(member)) {
            throw ownerRequired(project);
        }
    }

    private static Map<String, Object> data(ProjectMember member) {
        return Map.of("user", member.userId().toString(), "role", Wire.of(member.role()));
    }
}
