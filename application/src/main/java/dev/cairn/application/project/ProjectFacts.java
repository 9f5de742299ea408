package dev.cairn.application.project;

import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.Facts;
import dev.cairn.domain.project.Project;

/** The fields of projects that the log shows; a new field of a content is one of them. */
public final class ProjectFacts {
    private ProjectFacts() {}

    public static Difference between(Project before, Project after) {
        return Difference.between(of(before), of(after));
    }

    private static Facts of(Project project) {
        return Facts.of(project.content())
                .with("status", project.status())
                .with(project.assessment())
                .with("archivedAt", project.lifecycle().archivedAt());
    }
}
