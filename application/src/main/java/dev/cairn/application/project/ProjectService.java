package dev.cairn.application.project;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.user.Caller;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Use cases of projects. All throw {@code NotFound} for a project that the caller cannot see, and {@code Denied}
 * {@code role_required} for one where its role does not suffice: viewers read, editors write, and only the owner
 * archives, deletes, restores and purges (R18).
 */
public final class ProjectService {
    private final UnitOfWork work;
    private final ProjectRepository projects;
    private final ProjectOpening opening;
    private final SettingRepository settings;
    private final List<ProjectPart> parts;

    public ProjectService(
            UnitOfWork work,
            ProjectRepository projects,
            ProjectOpening opening,
            SettingRepository settings,
            List<ProjectPart> parts) {
        this.work = work;
        this.projects = projects;
        this.opening = opening;
        this.settings = settings;
        this.parts = List.copyOf(parts);
    }

    /**
     * Creates a draft (R20) with the caller as its owner, a default channel and what the command asks for (R19); what an agent
     * creates is owned by the human who answers for it, and the agent is an editor. Conflicts: {@code key_taken},
     * {@code name_taken}, {@code path_taken}, {@code owner_not_eligible}.
     *
     * @throws Invalid {@code unknown_value} for an agent that is none, or not active
     */
    public Project create(Caller caller, CreateProject command) {
        Access.requireCreate(caller);
        ProjectKey key = new ProjectKey(command.key());
        return work.write(caller, act -> {
            Project project = projects.insert(
                    Project.create(act.newId(), opening.owner(caller), key, command.content(), act.now()));
            opening.open(act, project, command.opening());
            act.record(ActivityType.PROJECT_CREATED, project);
            return project;
        });
    }

    public Project get(Caller caller, ProjectRef ref) {
        return projects.require(Access.read(caller), ref);
    }

    public Page<Project> list(Caller caller, ProjectFilter filter, PageRequest page) {
        return work.read(() -> projects.page(Access.read(caller), filter, page));
    }

    public Project update(Caller caller, ProjectRef ref, Expected expected, Edit<ProjectContent> edit) {
        return change(
                caller,
                Access.write(caller),
                ref,
                expected,
                ActivityType.PROJECT_UPDATED,
                (project, act) -> project.edit(edit.of(project.content()), act.now()));
    }

    /** Conflict {@code transition_refused} names the statuses that may follow (R20). */
    public Project changeStatus(Caller caller, ProjectRef ref, Expected expected, ProjectStatus status) {
        return change(
                caller,
                Access.write(caller),
                ref,
                expected,
                ActivityType.PROJECT_STATUS_CHANGED,
                (project, act) -> project.moveTo(status, act.now()));
    }

    /** From now on everything below is read-only, and its queues hand out nothing (R22). */
    public Project archive(Caller caller, ProjectRef ref, Expected expected) {
        return change(
                caller,
                Access.manage(caller),
                ref,
                expected,
                ActivityType.PROJECT_ARCHIVED,
                (project, act) -> project.archive(act.now()));
    }

    public Project unarchive(Caller caller, ProjectRef ref, Expected expected) {
        return change(
                caller,
                Access.manage(caller),
                ref,
                expected,
                ActivityType.PROJECT_UNARCHIVED,
                (project, act) -> project.unarchive(act.now()));
    }

    /** Soft delete, with everything below; running claims are cancelled (R22). */
    public void delete(Caller caller, ProjectRef ref, Expected expected) {
        work.write(caller, act -> {
            Project project = projects.require(Access.manage(caller), ref);
            expected.check(project.lifecycle());
            Deletion deletion = act.newDeletion();
            parts.forEach(part -> part.deleted(act, project, deletion));
            Project deleted = projects.update(project.delete(deletion));
            act.record(ActivityType.PROJECT_DELETED, deleted);
            return deleted;
        });
    }

    /** Brings back the project with exactly what its deletion took along (R5). */
    public Project restore(Caller caller, ProjectRef ref, Expected expected) {
        return work.write(caller, act -> {
            Project project = projects.requireAny(Access.manage(caller), ref);
            expected.check(project.lifecycle());
            Project restored = projects.update(project.restore(act.now()));
            Deletion deletion = project.lifecycle().deletion();
            parts.forEach(part -> part.restored(act, project, deletion));
            act.record(ActivityType.PROJECT_RESTORED, restored);
            return restored;
        });
    }

    /** Removes the project and everything below it for good, deleted or not; the log keeps no contents of it. */
    public void purge(Caller caller, ProjectRef ref, Expected expected) {
        work.write(caller, act -> {
            Project project = projects.requireAny(Access.manage(caller), ref);
            expected.check(project.lifecycle());
            act.forgetProject(project.id());
            settings.removeAll(new SettingHome.OfProject(project.id()));
            projects.delete(project.id());
            act.record(ActivityType.PROJECT_PURGED, null, project.id()).with(project.label());
            return project;
        });
    }

    private Project change(
            Caller caller,
            Access access,
            ProjectRef ref,
            Expected expected,
            ActivityType type,
            BiFunction<Project, Act, Project> change) {
        return work.write(caller, act -> {
            Project project = projects.require(access, ref);
            expected.check(project.lifecycle());
            Project changed = change.apply(project, act);
            if (changed.equals(project)) {
                return project;
            }
            Project stored = projects.update(changed);
            act.record(type, stored).changed(Difference.between(project, stored));
            return stored;
        });
    }
}
