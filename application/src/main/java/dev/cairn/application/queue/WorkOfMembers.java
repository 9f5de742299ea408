package dev.cairn.application.queue;

import dev.cairn.application.project.HeldWork;
import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.user.User;
import java.util.Collection;
import java.util.List;

/** Releases live claims of users who may no longer work: the items are ready at once, and no attempt is counted. */
public final class WorkOfMembers implements HeldWork {
    private final QueueStores stores;
    private final ItemFlow flow;
    private final ItemEnding ending;

    public WorkOfMembers(QueueStores stores, ItemFlow flow) {
        this.stores = stores;
        this.flow = flow;
        this.ending = new ItemEnding(stores);
    }

    @Override
    public void ended(Act act, Collection<Id<User>> users) {
        stores.items().findProjectsHeldBy(users).forEach(project -> left(act, project, users));
    }

    @Override
    public void left(Act act, Id<Project> project, Collection<Id<User>> users) {
        if (stores.items().findHeldBy(project, users).isEmpty()) {
            return;
        }
        stores.locks().queuesOfProject(project);
        List<QueueItem> held = stores.items().findHeldBy(project, users);
        ending.end(
                act,
                project,
                held,
                item -> item.release(act.now(), act.now(), true, item.note(), 0),
                ClaimOutcome.LOST);
        held.forEach(
                item -> flow.find(item.subject()).ifPresent(current -> flow.putBack(act, item.subject(), current)));
    }
}
