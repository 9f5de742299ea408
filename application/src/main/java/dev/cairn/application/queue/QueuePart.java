package dev.cairn.application.queue;

import dev.cairn.application.project.ProjectPart;
import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.project.Project;

/** Cancels live claims with their project; a restore brings the queues back empty (R22). */
public record QueuePart(QueueStores stores, ItemFlow flow) implements ProjectPart {
    @Override
    public void deleted(Act act, Project project, Deletion deletion) {
        stores.locks().queuesOfProject(project.id());
        flow.cancelAll(act, project.id(), stores.items().findLiveByProject(project.id()));
    }

    @Override
    public void restored(Act act, Project project, Deletion deletion) {}
}
