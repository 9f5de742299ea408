package dev.cairn.application.queue;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.PlainRepository;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueStats;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.user.Caller;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Use cases of queues as such. All throw {@code NotFound} for a queue that the caller cannot see, and {@code Denied}
 * {@code role_required} when its role does not suffice (R18).
 */
public final class QueueService {
    private final UnitOfWork work;
    private final ProjectRepository projects;
    private final QueueStores stores;
    private final ItemFlow flow;

    public QueueService(UnitOfWork work, ProjectRepository projects, QueueStores stores, ItemFlow flow) {
        this.work = work;
        this.projects = projects;
        this.stores = stores;
        this.flow = flow;
    }

    /** Creates a queue. Conflict {@code name_taken}: names are unique per project ignoring case. */
    public Queue create(Caller caller, ProjectRef ref, QueueContent content) {
        return work.write(caller, act -> {
            Project project = projects.require(Access.write(caller), ref).requireWritable();
            Queue queue = Queue.create(act.newId(), project.id(), content, true, act.now());
            Queue created = stores.queues().insert(queue);
            act.record(ActivityType.QUEUE_CREATED, created);
            return created;
        });
    }

    public Queue get(Caller caller, Id<Queue> id) {
        return stores.queues().require(Access.read(caller), id);
    }

    /**
     * Answers the id of the queue of this name, or with this id, in a project.
     *
     * @param right the right that the caller needs for the next step
     */
    public Id<Queue> named(Caller caller, Right right, ProjectRef ref, String name) {
        Access access = Access.naming(caller, right);
        return work.read(() -> {
            Id<Project> project = projects.require(access, ref).id();
            return stores.queues()
                    .findByName(project, name)
                    .or(() -> Id.isId(name)
                            ? Optional.of(stores.queues().require(access, Id.<Queue>parse(name)))
                            : Optional.empty())
                    .filter(queue -> queue.projectId().equals(project))
                    .map(Queue::id)
                    .orElseThrow(() -> NotFound.of(stores.queues().kind(), Text.excerpt(name)));
        });
    }

    public Page<Queue> list(Caller caller, ProjectRef ref, PageRequest page) {
        return work.read(() -> stores.queues()
                .page(
                        new PlainRepository.OfProject(
                                projects.require(Access.read(caller), ref).id()),
                        page));
    }

    public Queue update(Caller caller, Id<Queue> id, Expected expected, Edit<QueueContent> edit) {
        return change(
                caller,
                id,
                expected,
                ActivityType.QUEUE_UPDATED,
                (queue, act) -> queue.edit(edit.of(queue.content()), act.now()));
    }

    /** Stops new claims and touches nothing else; pausing a paused queue changes nothing (Q11). */
    public Queue pause(Caller caller, Id<Queue> id, Expected expected) {
        return change(
                caller,
                id,
                expected,
                ActivityType.QUEUE_PAUSED,
                (queue, act) -> queue.active() ? queue.pause(act.now()) : queue);
    }

    public Queue resume(Caller caller, Id<Queue> id, Expected expected) {
        return change(
                caller,
                id,
                expected,
                ActivityType.QUEUE_RESUMED,
                (queue, act) -> queue.active() ? queue : queue.resume(act.now()));
    }

    /** Deletes a queue: cancels its items and leaves their subjects where they were before (Q12). */
    public void delete(Caller caller, Id<Queue> id, Expected expected) {
        work.write(caller, act -> {
            Queue queue = stores.queues().require(Access.write(caller), id);
            projects.require(Access.write(caller), queue.projectId()).requireWritable();
            expected.check(queue.lifecycle());
            stores.locks().queue(id);
            flow.cancelAll(act, queue.projectId(), stores.items().findLiveByQueue(id));
            Queue deleted = stores.queues().update(queue.delete(act.newDeletion()));
            act.record(ActivityType.QUEUE_DELETED, deleted);
            return deleted;
        });
    }

    /** Answers depth, holders and times by one query (Q13); for a queue that feeds itself also the number of candidates (Q22). */
    public QueueStats stats(Caller caller, Id<Queue> id) {
        return work.read(() -> {
            Queue queue = stores.queues().require(Access.read(caller), id);
            QueueStats stats = stores.queues().stats(id, work.now());
            WorkFilter feeds = queue.content().feeds();
            return feeds == null ? stats : stats.withFeedable(stores.items().countCandidates(queue.projectId(), feeds));
        });
    }

    private Queue change(
            Caller caller, Id<Queue> id, Expected expected, ActivityType type, BiFunction<Queue, Act, Queue> change) {
        return work.write(caller, act -> {
            stores.locks().queue(id);
            Queue queue = stores.queues().require(Access.write(caller), id);
            projects.require(Access.write(caller), queue.projectId()).requireWritable();
            expected.check(queue.lifecycle());
            Queue changed = change.apply(queue, act);
            if (changed.equals(queue)) {
                return queue;
            }
            Queue stored = stores.queues().update(changed);
            act.record(type, stored).changed(Difference.between(queue, stored));
            return stored;
        });
    }
}
