package dev.cairn.application.ticket;

import dev.cairn.application.project.ProjectPart;
import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.project.Project;

/** Deletes and restores tickets, tasks and comments with their project. */
public record TicketPart(TicketStores stores) implements ProjectPart {
    @Override
    public void deleted(Act act, Project project, Deletion deletion) {
        stores.comments().deleteByProject(project.id(), deletion);
        stores.tasks().deleteByProject(project.id(), deletion);
        stores.tickets().deleteByProject(project.id(), deletion);
    }

    @Override
    public void restored(Act act, Project project, Deletion deletion) {
        stores.tickets().restoreByProject(project.id(), deletion);
        stores.tasks().restore(deletion);
        stores.comments().restore(deletion);
    }
}
