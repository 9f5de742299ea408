package dev.cairn.application.project;

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
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Named;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.PlainRepository;
import dev.cairn.domain.project.PlainRoot;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import java.util.List;

/**
 * The use cases that all plain roots of projects have. All throw {@code NotFound} for one that the caller cannot see, and
 * {@code Denied} {@code role_required} when its role does not suffice (R18); what they change they record, with the
 * fields of the content before and after (R8).
 */
public abstract class PlainUseCases<T extends PlainRoot<T, C>, C extends Record & Named> implements PlainPart<C> {
    private final UnitOfWork work;
    private final ProjectRepository projects;
    private final PlainRepository<T> store;
    private final Class<C> content;
    private final Maker<T, C> maker;
    private final Entries entries;

    /** The constructor of a root. */
    @FunctionalInterface
    public interface Maker<T, C> {
        T make(Id<T> id, Id<Project> project, C content, Lifecycle lifecycle);
    }

    /** The types of the log's entries for one kind of root. */
    public record Entries(ActivityType created, ActivityType updated, ActivityType deleted, ActivityType restored) {}

    protected PlainUseCases(
            UnitOfWork work,
            ProjectRepository projects,
            PlainRepository<T> store,
            Class<C> content,
            Maker<T, C> maker,
            Entries entries) {
        this.work = work;
        this.projects = projects;
        this.store = store;
        this.content = content;
        this.maker = maker;
        this.entries = entries;
    }

    /** Creates a root. Conflict {@code name_taken}: names are unique per project ignoring case. */
    public final T create(Caller caller, ProjectRef ref, C given) {
        return work.write(caller, act -> {
            Project project = projects.require(Access.write(caller), ref).requireWritable();
            return created(act, project.id(), given);
        });
    }

    public final T get(Caller caller, Id<T> id) {
        return store.require(Access.read(caller), id);
    }

    public final Page<T> list(Caller caller, ProjectRef ref, PageRequest page) {
        return work.read(() -> {
            Project project = projects.require(Access.read(caller), ref);
            return store.page(new PlainRepository.OfProject(project.id()), page);
        });
    }

    /** Edits a root; an edit that changes nothing stores nothing. Conflict {@code name_taken} as for {@link #create}. */
    public final T update(Caller caller, Id<T> id, Expected expected, Edit<C> edit) {
        return work.write(caller, act -> {
            T current = writable(caller, store.require(Access.write(caller), id), expected);
            return edited(act, current, edit.of(current.content()));
        });
    }

    /** Deletes a root so that it can be restored (R4). */
    public final void delete(Caller caller, Id<T> id, Expected expected) {
        work.write(caller, act -> {
            T current = writable(caller, store.require(Access.write(caller), id), expected);
            return recorded(act, entries.deleted(), store.update(current.delete(act.newDeletion())));
        });
    }

    /**
     * Restores a root. Conflict {@code parent_deleted} when its project is deleted, and {@code name_taken} when another has
     * its name by now.
     */
    public final T restore(Caller caller, Id<T> id, Expected expected) {
        return work.write(caller, act -> {
            T deleted = store.requireAny(Access.write(caller), id);
            if (projects.requireAny(Access.write(caller), deleted.projectId())
                    .lifecycle()
                    .deleted()) {
                throw new Conflict(ErrorCode.PARENT_DELETED, "Its project is deleted: restore the project first");
            }
            writable(caller, deleted, expected);
            return recorded(act, entries.restored(), store.update(deleted.restore(act.now())));
        });
    }

    @Override
    public final String kind() {
        return store.kind();
    }

    @Override
    public final Class<C> content() {
        return content;
    }

    @Override
    public final List<C> exported(Access access, Id<Project> project) {
        return store.all(project).stream().map(PlainRoot::content).toList();
    }

    @Override
    public final boolean imported(Act act, Id<Project> project, C brought) {
        T known = store.findByName(project, brought.name()).orElse(null);
        if (known == null) {
            created(act, project, brought);
            return true;
        }
        return !edited(act, known, brought).equals(known);
    }

    private T writable(Caller caller, T root, Expected expected) {
        projects.require(Access.write(caller), root.projectId()).requireWritable();
        expected.check(root.lifecycle());
        return root;
    }

    private T created(Act act, Id<Project> project, C given) {
        T root = maker.make(act.newId(), project, given, Lifecycle.startingAt(act.now()));
        return recorded(act, entries.created(), store.insert(root));
    }

    private T edited(Act act, T before, C edited) {
        if (edited.equals(before.content())) {
            return before;
        }
        T after = store.update(before.edit(edited, act.now()));
        act.record(entries.updated(), after).changed(Difference.between(before.content(), after.content()));
        return after;
    }

    private T recorded(Act act, ActivityType type, T root) {
        act.record(type, root);
        return root;
    }
}
