package dev.cairn.application.project;

import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.project.InProject;
import dev.cairn.domain.project.Project;

/** Something that lives in projects and goes with them (R5, R22). */
public interface ProjectPart {
    /** Stamps all of it that lives in the project, inside the project's transaction. */
    void deleted(Act act, Project project, Deletion deletion);

    /** Brings back exactly what this deletion took. */
    void restored(Act act, Project project, Deletion deletion);

    /** Makes a part of roots that are only stamped; what hangs on them is reached through them. */
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
