package dev.cairn.application.prompt;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.prompt.Prompt;
import dev.cairn.domain.prompt.PromptContent;
import dev.cairn.domain.prompt.PromptFilter;
import dev.cairn.domain.prompt.PromptRepository;
import dev.cairn.domain.user.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Use cases of prompts. Those of a project are read by its members and written by its editors; those outside of
 * projects are read by all callers that are not limited to a project, and written by their authors and by admins.
 */
public final class PromptService {
    private final UnitOfWork work;
    private final PromptRepository prompts;
    private final ProjectRepository projects;

    public PromptService(UnitOfWork work, PromptRepository prompts, ProjectRepository projects) {
        this.work = work;
        this.prompts = prompts;
        this.projects = projects;
    }

    /**
     * @param project null for one of no project
     * @throws Conflict {@code name_taken}: titles are unique ignoring case, in a project, or among what one user made outside of all
     */
    public Prompt create(Caller caller, @Nullable ProjectRef project, PromptContent content) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Id<Project> home = project == null
                    ? outside(caller)
                    : projects.require(access, project).requireWritable().id();
            Prompt stored = prompts.insert(Prompt.create(act.newId(), home, caller.userId(), content, act.now()));
            act.record(ActivityType.PROMPT_CREATED, stored);
            return stored;
        });
    }

    public Prompt get(Caller caller, Id<Prompt> id) {
        return prompts.require(Access.read(caller), id);
    }

    /**
     * @param project null for those of no project
     * @param filter whose project is of no account
     */
    public Page<Prompt> list(Caller caller, @Nullable ProjectRef project, PromptFilter filter, PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> {
            Id<Project> home = project == null
                    ? outside(caller)
                    : projects.require(access, project).id();
            return prompts.page(new PromptFilter(home, filter.label(), filter.text()), page);
        });
    }

    /** Edits a prompt; an edit that changes nothing stores nothing. Conflict {@code name_taken} as for {@link #create}. */
    public Prompt update(Caller caller, Id<Prompt> id, Expected expected, Edit<PromptContent> edit) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Prompt prompt = writable(access, caller, prompts.require(access, id), expected);
            Prompt edited = prompt.edit(edit.of(prompt.content()), act.now());
            return edited.equals(prompt) ? prompt : updated(act, prompt, prompts.update(edited));
        });
    }

    /** Deletes a prompt so that it can be restored (R4). */
    public void delete(Caller caller, Id<Prompt> id, Expected expected) {
        Access access = Access.write(caller);
        work.write(caller, act -> {
            Prompt prompt = writable(access, caller, prompts.require(access, id), expected);
            Prompt deleted = prompts.update(prompt.delete(act.newDeletion()));
            act.record(ActivityType.PROMPT_DELETED, deleted);
            return deleted;
        });
    }

    /** Conflicts: {@code not_deleted}, {@code parent_deleted}, and {@code name_taken} when another has its title by now. */
    public Prompt restore(Caller caller, Id<Prompt> id, Expected expected) {
        Access access = Access.write(caller);
        return work.write(caller, act -> {
            Prompt prompt = prompts.requireAny(access, id);
            Id<Project> project = prompt.projectId();
            if (project != null
                    && projects.requireAny(access, project).lifecycle().deleted()) {
                throw new Conflict(ErrorCode.PARENT_DELETED, "Its project is deleted: restore the project first");
            }
            writable(access, caller, prompt, expected);
            Prompt restored = prompts.update(prompt.restore(act.now()));
            act.record(ActivityType.PROMPT_RESTORED, restored);
            return restored;
        });
    }

    /** Records what an edit changed. */
    static Prompt updated(Act act, Prompt before, Prompt after) {
        act.record(ActivityType.PROMPT_UPDATED, after).changed(Difference.between(before.content(), after.content()));
        return after;
    }

    private Prompt writable(Access access, Caller caller, Prompt prompt, Expected expected) {
        Id<Project> project = prompt.projectId();
        if (project != null) {
            projects.require(access, project).requireWritable();
        }
        expected.check(prompt.lifecycle());
        return prompt.requireOwnOutsideOfProjects(caller);
    }

    private static @Nullable Id<Project> outside(Caller caller) {
        caller.requireUnlimited();
        return null;
    }
}
