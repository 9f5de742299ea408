package dev.cairn.application.project;

import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.project.InProject;
import dev.cairn.domain.project.Project;

/** A kind of content that is deleted and restored with its project (R5, R22). */
public interface ProjectPart {
    /** Deletes the contents of the project, inside the project's transaction. */
    void deleted(Act act, Project project, Deletion deletion);

    /** Restores exactly what this deletion took along. */
    void restored(Act act, Project project, Deletion deletion);

    /** Makes the part of roots that need only the deletion's stamp; their dependents are reached through them. */
    static ProjectPart of(InProject<?> contents) {
        return new ProjectPart() {
            @Override
            public void deleted(Act act, Project project, Deletion deletion) {
                contents.deleteByProject(project.id(), deletion);
            }

            @Override
            public void restored(Act act, Project project, Deletion deletion) {
                contents.restore(deletion);
            }
        };
    }
}
