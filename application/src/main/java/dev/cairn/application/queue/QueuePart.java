package dev.cairn.application.queue;

import dev.cairn.application.project.ProjectPart;
import dev.cairn.application.work.Changes;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.project.Project;

/** Running claims are cancelled with their project, and a restore brings the queues back empty (R22). */
public final class QueuePart implements ProjectPart {
    private final QueueStores stores;
    private final ItemFlow flow;

    public QueuePart(QueueStores stores, ItemFlow flow) {
        this.stores = stores;
        this.flow = flow;
    }

    @Override
    public void deleted(Changes changes, Project project, Deletion deletion) {
        stores.locks().queuesOfProject(project.id());
        flow.cancelAll(changes, project.id(), stores.items().findLiveByProject(project.id()));
    }

    @Override
    public void restored(Changes changes, Project project, Deletion deletion) {}
}
